namespace Senim.Intake.Triage.Weighing;

/// <summary>What a word, or a word with what stands around it, brings to the sums.</summary>
internal sealed class WordWeight(WeightTable table) : IFeatureSink
{
    private Sums _sums;

    public Sums Sums => _sums;

    /// <summary>By which a stretch's length grows.</summary>
    public float Squares { get; private set; }

    /// <summary>The number by which the word is known, by itself or by its beginning; -1 for a word that is not.</summary>
    public int Known { get; private set; } = -1;

    public void TakeWord(int word, string typed) => throw new NotSupportedException("One word's weight asks for no words.");

    public void Take(int word, ReadOnlySpan<char> feature, float value)
    {
        if (!table.TryFind(feature, out var number))
            return;
        var size = value * table.Rarity(number);
        ref readonly var weights = ref table.Weights(number);
        for (var scale = 0; scale < Weighing.Sums.Scales; scale++)
            _sums[scale] += weights[scale] * size;
        Squares += size * size;
        if (feature[0] is 'w' or 'p' && char.IsLetter(feature[1]))
            Known = number;
    }

    public static WordWeight Of(WeightTable table, string typed)
    {
        var weight = new WordWeight(table);
        Features.OfWord(0, typed, ref weight);
        return weight;
    }
}
