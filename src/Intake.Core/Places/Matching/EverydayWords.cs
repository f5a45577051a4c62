namespace Senim.Intake.Places.Matching;

/// <summary>
/// Tells everyday words and first names in any inflection from names of places that sound like them: "көрді" is "saw", not Kordai. The
/// stems stand in <c>Data/everyday.tsv</c>. An exact name of a unit or a town is never overruled.
/// </summary>
internal sealed class EverydayWords
{
    private const int MostEndings = 4;

    private static readonly string[] KazakhEndings =
    [
        "lar", "ler", "dar", "der", "tar", "ter", "im", "in", "i", "si", "m", "imiz", "miz", "iniz", "niz", "nin", "din", "tin", "di", "ti", "ni",
        "ga", "ge", "ka", "ke", "na", "ne", "a", "e", "da", "de", "ta", "te", "nda", "nde", "dan", "den", "tan", "ten", "nan", "nen", "men", "pen",
        "ben", "gi", "ki", "li", "lik", "dik", "tik", "siz", "dai", "dei", "tai", "tei", "Si", "dim", "tim", "dik", "tik", "min", "sin", "biz", "ip", "p",
        "gan", "gen", "kan", "ken", "ar", "er", "r", "mai", "mei", "pai", "pei", "bai", "bei", "ma", "me", "pa", "pe", "ba", "be", "sa", "se", "u", "t",
        "tir", "dir", "gir", "kir", "il", "is", "atin", "etin", "itin", "ad", "ed", "sak", "sek", "im", "am", "em", "iar", "ud", "uge", "uga",
    ];

    private static readonly HashSet<string> RussianEndings =
    [
        .. new[]
        {
            "", "а", "я", "ы", "у", "ю", "е", "о", "ой", "ей", "ом", "ем", "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев", "ого", "его", "ому", "ему",
            "ый", "ая", "яя", "ое", "ее", "ие", "ых", "ым", "ими", "ую", "юю", "ть", "ти", "л", "ла", "ло", "ли", "ет", "ит", "ут", "ют", "ат", "ят",
            "ешь", "ишь", "им", "ете", "ите", "ся", "лся", "лась", "лось", "лись", "ется", "ится", "утся", "ются", "ться", "ал", "ала", "али", "ало", "ил",
            "ила", "или", "ел", "ела", "ели", "ать", "ять", "еть", "ить", "ает", "ают", "аю", "аем", "ывает", "ывают", "ывал", "ывала", "ывали", "ула",
            "ул", "ули", "уть", "ка", "ки", "ке", "ку", "кой", "ок", "ник", "ники", "ный", "ная", "ное", "ные", "но", "ость", "ости", "ок", "очка", "очки",
            "енок", "ёнок", "ик", "ики", "ем", "ешь", "енный", "ин", "ина", "иной", "ич", "овна", "евна", "ович", "евич", "очек", "ечка", "енька", "оч", "енно", "ств", "ство",
        }.Select(ending => PlaceKey.Of(ending)),
    ];

    private readonly HashSet<string> kazakh = new(StringComparer.Ordinal);
    private readonly HashSet<string> russian = new(StringComparer.Ordinal);
    private readonly HashSet<string> whole = new(StringComparer.Ordinal);
    private readonly int longestRussianEnding = RussianEndings.Max(ending => ending.Length);

    public EverydayWords(IEnumerable<(string Kind, IReadOnlyList<string> Words)> rows)
    {
        foreach (var (kind, stems) in rows)
        {
            var keys = stems.Select(stem => PlaceKey.Of(stem));
            switch (kind)
            {
                case "verb-kk" or "noun-kk":
                    kazakh.UnionWith(keys);
                    break;
                case "noun-ru" or "verb-ru":
                    russian.UnionWith(keys);
                    break;
                case "name":
                    var names = keys.ToList();
                    kazakh.UnionWith(names);
                    russian.UnionWith(names.Select(name => PlaceKey.IsVowel(name[^1]) ? name[..^1] : name));
                    break;
                case "word-en":
                    whole.UnionWith(keys);
                    break;
                default:
                    throw new InvalidDataException($"everyday.tsv: unknown kind '{kind}'");
            }
        }
    }

    public bool Has(string key) => whole.Contains(key) || IsRussian(key) || IsKazakh(key, MostEndings, mayDropLetter: true);

    private bool IsRussian(string key)
    {
        for (var length = Math.Max(2, key.Length - longestRussianEnding); length <= key.Length; length++)
        {
            if (russian.Contains(key[..length]) && RussianEndings.Contains(key[length..]))
                return true;
        }

        return false;
    }

    /// <summary>Of endings of one letter only one is taken off, or any short word would be a stem of something.</summary>
    private bool IsKazakh(string key, int endings, bool mayDropLetter)
    {
        if (kazakh.Contains(key))
            return true;
        if (endings == 0)
            return false;
        foreach (var ending in KazakhEndings)
        {
            if (key.Length - ending.Length >= 2 && (mayDropLetter || ending.Length > 1) && key.EndsWith(ending, StringComparison.Ordinal)
                && IsKazakh(key[..^ending.Length], endings - 1, mayDropLetter && ending.Length > 1))
                return true;
        }

        return false;
    }
}
