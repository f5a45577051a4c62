using System.Security.Cryptography;
using System.Text;
using Senim.Intake.Triage;
using Senim.Intake.Triage.Rules;
using Senim.Intake.Triage.Weighing;
using Senim.Triage.Benchmark.Statistics;

namespace Senim.Triage.Benchmark.Learning;

/// <summary>What the engine says of each line when its weights were learnt from the other folds.</summary>
internal sealed class CrossValidation
{
    private const int Folds = 5;
    private readonly Lexicon _lexicon;
    private readonly IReadOnlyList<LearningLine> _lines;
    private readonly IReadOnlyList<(string Feature, int Rarity, int[] Weights)>[] _rows;

    public CrossValidation(Lexicon lexicon, IReadOnlyList<LearningLine> lines)
    {
        _lexicon = lexicon;
        _lines = [.. lines.Where(line => line.Validates)];
        _rows = [.. Enumerable.Range(0, Folds).Select(fold =>
            new TableLearner(lexicon, [.. lines.Where(line => !line.Validates || FoldOf(line) != fold)]).Rows())];
    }

    public IReadOnlyList<Measurement> Measure(Thresholds thresholds)
    {
        RuleTriage[] engines = [.. _rows.Select(rows => RuleTriage.With(_lexicon, new WeightTable([.. thresholds.Rows(), .. rows])))];
        var said = _lines.AsParallel().AsOrdered().Select(line => (Line: line, Said: Say(engines[FoldOf(line)], line))).ToList();
        return [.. said.GroupBy(one => one.Line.Column).Select(column => Of(column.Key, column))];
    }

    private static Measurement Of(string column, IEnumerable<(LearningLine Line, Level Said)> lines)
    {
        var table = new ConfusionTable();
        var misses = new List<Miss>();
        foreach (var (line, said) in lines)
        {
            table.Add(line.Level, said);
            if (said != line.Level)
                misses.Add(new Miss(line.Written, said));
        }

        return new Measurement(column, table, misses);
    }

    private static Level Say(RuleTriage engine, LearningLine line) =>
        Enum.Parse<Level>(engine.Assess(new TriageInput { Texts = [line.Message.Text] }).Urgency.ToString());

    private static int FoldOf(LearningLine line) => SHA256.HashData(Encoding.UTF8.GetBytes(line.Written.Id))[0] % Folds;
}
