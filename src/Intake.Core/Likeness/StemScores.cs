namespace Senim.Intake.Likeness;

/// <summary>How much two sets of stems have in common. What stands in many of those compared counts little, what is rare counts much.</summary>
internal sealed class StemScores
{
    /// <summary>Fewer in common are chance: "ata", "school" and a number stand in many stories.</summary>
    public const int FewestShared = 4;

    /// <summary>
    /// From here on two signals are shown as likely of one matter. Chosen on the texts of the tests: tellings of one matter by two people come
    /// to 40 and more, stories of one kind about others stay under 20.
    /// </summary>
    public const int Likely = 30;

    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly int count;

    public StemScores(IReadOnlyCollection<IReadOnlySet<string>> compared)
    {
        count = compared.Count;
        foreach (var stem in compared.SelectMany(stems => stems))
            texts[stem] = texts.GetValueOrDefault(stem) + 1;
    }

    /// <returns>0 to 100.</returns>
    public int Of(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var shared = one.Where(other.Contains).ToList();
        if (shared.Count < FewestShared)
            return 0;
        var whole = Math.Sqrt(one.Sum(Weight) * other.Sum(Weight));
        return whole > 0 ? (int)Math.Round(100 * shared.Sum(Weight) / whole) : 0;
    }

    private double Weight(string stem) => Math.Log(1 + ((double)count / texts.GetValueOrDefault(stem, 1)));
}
