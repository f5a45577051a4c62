using System.Globalization;
using System.Reflection;
using System.Text;

namespace Senim.Intake.Triage.Weighing;

/// <summary>
/// The weights that were learnt from written lines (<c>weights.tsv</c>; docs/triage-benchmark.md tells how). Immutable. A row: the feature, how rare it
/// is, and its weight on each <see cref="Scale"/> in thousandths; the rows <c>=bias</c>, <c>=raise</c> and <c>=calm</c> hold what is added to a sum,
/// what it must reach to raise, and what it must stay below to count as calm.
/// </summary>
internal sealed class WeightTable
{
    public const string Bias = "=bias";
    public const string Raise = "=raise";
    public const string Calm = "=calm";

    /// <summary>Weights are kept as whole thousandths, so that the file is small and the same on every machine.</summary>
    public const float Unit = 1000f;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;
    private readonly float[] _rarities;
    private readonly Sums[] _weights;

    /// <param name="rows">Feature, rarity, weights; both in <see cref="Unit"/>.</param>
    public WeightTable(IReadOnlyList<(string Feature, int Rarity, int[] Weights)> rows)
    {
        var numbers = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        _rarities = new float[rows.Count];
        _weights = new Sums[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            numbers.Add(rows[i].Feature, i);
            _rarities[i] = rows[i].Rarity / Unit;
            for (var scale = 0; scale < Sums.Scales; scale++)
                _weights[i][scale] = rows[i].Weights[scale] / Unit;
        }

        _numbers = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        Biases = _weights[numbers[Bias]];
        Raises = _weights[numbers[Raise]];
        Calms = _weights[numbers[Calm]];
    }

    public Sums Biases { get; }

    /// <summary>A sum above this raises to the level of its scale.</summary>
    public Sums Raises { get; }

    /// <summary>Below these, what stands there is told calmly: a single entry's Emergency is Urgent, and what no entry understood leaves no doubt.</summary>
    public Sums Calms { get; }

    /// <exception cref="FormatException">A row is broken.</exception>
    public static WeightTable Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Senim.Intake.Triage.Weighing.weights.tsv")
            ?? throw new InvalidOperationException("weights.tsv is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<(string, int, int[])>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (cells.Length != Sums.Scales + 2)
                throw new FormatException($"weights.tsv has a row of {cells.Length} cells, not {Sums.Scales + 2}.");
            rows.Add((cells[0], Number(cells[1]), [.. cells.Skip(2).Select(Number)]));
        }

        return new WeightTable(rows);
    }

    /// <param name="feature">As <see cref="Features"/> names it.</param>
    /// <param name="number">Its number; meaningless when it is not known.</param>
    public bool TryFind(ReadOnlySpan<char> feature, out int number) => _numbers.TryGetValue(feature, out number);

    public float Rarity(int feature) => _rarities[feature];

    public ref readonly Sums Weights(int feature) => ref _weights[feature];

    private static int Number(string cell) => int.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
