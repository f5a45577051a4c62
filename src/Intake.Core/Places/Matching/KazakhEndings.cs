namespace Senim.Intake.Places.Matching;

/// <summary>The endings that follow each other behind a Kazakh stem, in the letters of <see cref="PlaceKey"/>.</summary>
internal static class KazakhEndings
{
    private const int Most = 4;
    private const int MinStem = 2;

    private static readonly string[] All =
    [
        "lar", "ler", "dar", "der", "tar", "ter", "im", "in", "i", "si", "m", "imiz", "miz", "iniz", "niz", "nin", "din", "tin", "di", "ti", "ni",
        "ga", "ge", "ka", "ke", "na", "ne", "a", "e", "da", "de", "ta", "te", "nda", "nde", "dan", "den", "tan", "ten", "nan", "nen", "men", "pen",
        "ben", "gi", "ki", "niki", "diki", "tiki", "li", "lik", "dik", "tik", "siz", "dai", "dei", "tai", "tei", "Si", "dim", "tim", "min", "sin",
        "biz", "ip", "p", "gan", "gen", "kan", "ken", "ar", "er", "r", "mai", "mei", "pai", "pei", "bai", "bei", "ma", "me", "pa", "pe", "ba", "be",
        "sa", "se", "u", "t", "tir", "dir", "gir", "kir", "il", "is", "atin", "etin", "itin", "ad", "ed", "sak", "sek", "am", "em", "iar", "ud", "uge", "uga",
    ];

    /// <summary>
    /// Whether the word is one of the stems, or one with up to four endings. Of endings of one letter only one is taken off, or any
    /// short word would be a stem of something.
    /// </summary>
    public static bool LeaveOneOf(HashSet<string> stems, string key) =>
        Leave(stems.GetAlternateLookup<ReadOnlySpan<char>>(), key, Most, mayDropLetter: true);

    private static bool Leave(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> stems, ReadOnlySpan<char> key, int endings, bool mayDropLetter)
    {
        if (stems.Contains(key))
            return true;
        if (endings == 0)
            return false;
        foreach (var ending in All)
        {
            if (key.Length - ending.Length >= MinStem && (mayDropLetter || ending.Length > 1) && key.EndsWith(ending, StringComparison.Ordinal)
                && Leave(stems, key[..^ending.Length], endings - 1, mayDropLetter && ending.Length > 1))
                return true;
        }

        return false;
    }
}
