using Senim.Intake.Triage;
using Senim.Intake.Triage.Rules;
using Senim.Intake.Triage.Weighing;

namespace Senim.Triage.Benchmark.Learning;

/// <summary>From lines to the rows of a weight table.</summary>
internal sealed class TableLearner
{
    /// <summary>Taking an Urgent line for an Emergency costs less than taking anything below for one.</summary>
    private const float CostOfUrgent = 0.4f;

    /// <summary>A line is weighed in stretches, the heaviest of which decides: those of the lighter side count beside their whole line.</summary>
    private const float CostOfStretch = 0.5f;

    private readonly IReadOnlyList<LearningLine> _lines;
    private readonly FeatureSpace _space;
    private readonly IReadOnlyList<Vector>[] _vectors;

    public TableLearner(Lexicon lexicon, IReadOnlyList<LearningLine> lines)
    {
        _lines = lines;
        _space = new FeatureSpace(lexicon, lines);
        _vectors = [.. lines.Select(_space.Vectors)];
    }

    /// <summary>All but the thresholds.</summary>
    public IReadOnlyList<(string Feature, int Rarity, int[] Weights)> Rows()
    {
        var scales = new float[Sums.Scales][];
        Parallel.ForEach(Enum.GetValues<Scale>(), scale => scales[(int)scale] = LinearLearner.Learn(_space.Names.Count, [.. Cases(scale)]));
        var rows = new List<(string, int, int[])>
        {
            (WeightTable.Bias, 0, [.. scales.Select(weights => Whole(weights[^1]))]),
        };
        for (var feature = 0; feature < _space.Names.Count; feature++)
            rows.Add((_space.Names[feature], _space.Rarities[feature], [.. scales.Select(weights => Whole(weights[feature]))]));
        return rows;
    }

    private static int Whole(float weight) => (int)MathF.Round(weight * WeightTable.Unit);

    private IEnumerable<Case> Cases(Scale scale)
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            if (Side(_lines[i], scale) is not { } positive)
                continue;
            var cost = scale == Scale.Emergency && _lines[i].Level == Level.Urgent ? CostOfUrgent : 1;
            yield return new Case(_vectors[i][0], positive, cost);
            if (positive)
                continue;
            foreach (var stretch in _vectors[i].Skip(1))
                yield return new Case(stretch, false, cost * CostOfStretch);
        }
    }

    /// <summary>Null for a line that says nothing of the scale.</summary>
    private static bool? Side(LearningLine line, Scale scale) => scale switch
    {
        Scale.Emergency => line.Level == Level.Emergency,
        Scale.Urgent => line.Level >= Level.Urgent,
        Scale.Standard => line.Level >= Level.Standard,
        Scale.Self => line.Form is null ? null : line.Form == DangerForm.Self,
        Scale.Body => line.Form is null or DangerForm.Self ? null : line.Form == DangerForm.Body,
        _ => throw new ArgumentOutOfRangeException(nameof(scale)),
    };
}
