namespace Senim.Intake.Places.Matching;

/// <summary>
/// Tells everyday words and first names in any inflection from names of places that sound like them: "көрді" is "saw", not Kordai. The
/// stems stand in <c>Data/everyday.tsv</c>. An exact name of a unit or a town is never overruled.
/// </summary>
internal sealed class EverydayWords
{
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

    public bool Has(string key) => whole.Contains(key) || IsRussian(key) || KazakhEndings.LeaveOneOf(kazakh, key);

    private bool IsRussian(string key)
    {
        for (var length = Math.Max(2, key.Length - longestRussianEnding); length <= key.Length; length++)
        {
            if (russian.Contains(key[..length]) && RussianEndings.Contains(key[length..]))
                return true;
        }

        return false;
    }
}
