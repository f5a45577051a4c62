using System.Runtime.InteropServices;
using Senim.Intake.Triage.Rules;
using Senim.Intake.Triage.Weighing;

namespace Senim.Triage.Benchmark.Learning;

/// <summary>The features that stand in more than one line, and how rare each is.</summary>
internal sealed class FeatureSpace
{
    private const int FewestLines = 2;

    /// <summary>How much more a rare feature counts than a common one.</summary>
    private const double RarityPower = 1.5;
    private const double RarityUnit = 5;

    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public FeatureSpace(Lexicon lexicon, IReadOnlyList<LearningLine> lines)
    {
        _lexicon = lexicon;
        var lineCounts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (var feature in Taken(line).Select(taken => taken.Feature).Distinct(StringComparer.Ordinal))
                CollectionsMarshal.GetValueRefOrAddDefault(lineCounts, feature, out _)++;
        }

        foreach (var feature in lineCounts.Where(count => count.Value >= FewestLines).Select(count => count.Key).Order(StringComparer.Ordinal))
            _numbers.Add(feature, _numbers.Count);
        Names = [.. _numbers.Keys];
        Rarities = [.. Names.Select(name => (int)Math.Round(WeightTable.Unit * Math.Pow(Math.Log((double)lines.Count / lineCounts[name]) / RarityUnit, RarityPower)))];
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>In <see cref="WeightTable.Unit"/>.</summary>
    public IReadOnlyList<int> Rarities { get; }

    /// <summary>The whole line first, then each stretch of it.</summary>
    public IReadOnlyList<Vector> Vectors(LearningLine line)
    {
        var taken = Taken(line).Where(one => _numbers.ContainsKey(one.Feature))
            .Select(one => (one.Word, Feature: _numbers[one.Feature], Size: one.Value * Rarities[_numbers[one.Feature]] / WeightTable.Unit)).ToList();
        var stretches = new List<(int From, int To)> { (0, line.Message.Words.Length) };
        Stretches.Of(line.Message.Words, stretches);
        return [.. stretches.Distinct().Select(stretch => Vector(taken.Where(one => one.Word >= stretch.From && one.Word < stretch.To)))];
    }

    private static Vector Vector(IEnumerable<(int Word, int Feature, float Size)> taken)
    {
        var sizes = new SortedDictionary<int, float>();
        var squares = 0f;
        foreach (var (_, feature, size) in taken)
        {
            sizes[feature] = sizes.GetValueOrDefault(feature) + size;
            squares += size * size;
        }

        var length = WordSums.Length(squares);
        return new Vector([.. sizes.Keys], [.. sizes.Values.Select(size => size / length)]);
    }

    private List<(int Word, string Feature, float Value)> Taken(LearningLine line)
    {
        var sink = new Collector([]);
        Features.Of(line.Message, _lexicon, ref sink);
        return sink.Taken;
    }

    private readonly record struct Collector(List<(int Word, string Feature, float Value)> Taken) : IFeatureSink
    {
        public void TakeWord(int word, string typed)
        {
            var sink = this;
            Features.OfWord(word, typed, ref sink);
        }

        public void Take(int word, ReadOnlySpan<char> feature, float value) => Taken.Add((word, feature.ToString(), value));
    }
}
