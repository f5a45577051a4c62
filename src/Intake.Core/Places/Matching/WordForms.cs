namespace Senim.Intake.Places.Matching;

/// <summary>
/// A form that a typed word may be the case of. <paramref name="SaysWhere"/>: the ending is a Kazakh "in" or "from".
/// <paramref name="Cue"/>: a Russian adjective ending tells the gender, and with it the unit: "Алматинской" (область), "Абайском" (район).
/// </summary>
internal readonly record struct WordForm(string Key, double Cost, bool SaysWhere, PlaceCue Cue);

/// <summary>The dictionary forms behind Kazakh and Russian case endings, in the letters of <see cref="PlaceKey"/>.</summary>
internal static class WordForms
{
    private const int MinStem = 3;
    private const double Ending = 0.05;
    private const double Doubled = 0.06;
    public const double GuessedEnding = 0.1;

    private static readonly string[] KazakhWhere =
    [
        "dan", "den", "tan", "ten", "nan", "nen", "da", "de", "ta", "te", "dagi", "degi", "tagi", "tegi",
        "damin", "demin", "tamin", "temin", "damiz", "demiz", "tamiz", "temiz", "danmin", "denmin", "tanmin", "tenmin", "nanmin", "nenmin", "danbiz", "denbiz", "tanbiz", "tenbiz", "nanbiz", "nenbiz", "danmiz", "denmiz", "tanmiz", "tenmiz", "nanmiz", "nenmiz",
        "dam", "dem", "tam", "tem",
        "nda", "nde", "ndagi", "ndegi",
    ];

    private static readonly string[] KazakhOther =
        ["ga", "ge", "ka", "ke", "nin", "din", "tin", "di", "ti", "ni", "men", "pen", "ben", "lik", "likpin", "dik", "tik", "niki", "diki", "tiki",
         "biz", "miz", "piz", "likpiz", "dikpin", "tikpin", "dikpiz", "tikpiz"];

    private static readonly string[] RussianVowel = ["e", "a", "u", "i", "om", "em", "oi", "ei", "ami", "ah"];

    private static readonly string[] RussianAdjective = ["om", "ogo", "omu", "oi", "uiu", "uu", "im", "em", "ego", "aia", "oe", "ih", "ie"];

    // The stem of an adjective, in -sk or (Советский) -ck, is followed by one of these; ый and ий are both "i".
    private static readonly (string Ending, PlaceCue Cue)[] Adjective =
    [
        ("aia", PlaceCue.Region), ("oi", PlaceCue.Region), ("uiu", PlaceCue.Region), ("uu", PlaceCue.Region),
        ("i", PlaceCue.District), ("om", PlaceCue.District), ("ogo", PlaceCue.District), ("omu", PlaceCue.District), ("im", PlaceCue.District),
    ];

    /// <summary>An adjective leads, since it knows more than its bare letters; several forms may be the same key.</summary>
    public static IEnumerable<WordForm> Of(string key)
    {
        foreach (var adjective in AdjectivesOf(key))
            yield return adjective;
        yield return new WordForm(key, 0, false, PlaceCue.None);
        foreach (var ending in KazakhWhere)
        {
            if (Stem(key, ending) is not { } stem)
                continue;
            yield return new WordForm(stem, Ending, true, PlaceCue.None);

            // Doubled letters are one in a key: "Қанаттан" is "kanatan".
            if (!PlaceKey.IsVowel(ending[0]))
                yield return new WordForm(stem + ending[0], Doubled, true, PlaceCue.None);
        }

        foreach (var ending in RussianVowel)
        {
            if (Stem(key, ending) is not { } stem)
                continue;
            yield return new WordForm(stem, Ending, false, PlaceCue.None);
            yield return new WordForm(stem + "a", Ending, false, PlaceCue.None);
            yield return new WordForm(stem + "i", GuessedEnding, false, PlaceCue.None);
            yield return new WordForm(stem + "oe", GuessedEnding, false, PlaceCue.None);
        }

        // й after a vowel is lost in "Семее", whose doubled е is one letter here.
        if (key.Length > MinStem && key[^1] == 'e')
            yield return new WordForm(key + "i", GuessedEnding, false, PlaceCue.None);
        foreach (var ending in RussianAdjective)
        {
            if (Stem(key, ending) is not { } stem)
                continue;
            yield return new WordForm(stem + "i", GuessedEnding, false, PlaceCue.None);
            yield return new WordForm(stem + "oe", GuessedEnding, false, PlaceCue.None);
        }

        foreach (var ending in KazakhOther)
        {
            if (Stem(key, ending) is not { } stem)
                continue;
            yield return new WordForm(stem, GuessedEnding, false, PlaceCue.None);
            if (ending is "nin" or "tin")
                yield return new WordForm(stem + ending[0], GuessedEnding, false, PlaceCue.None);
        }
    }

    /// <summary>Few forms for the costly search by distance: the word, its stem before a Kazakh ending, its adjective.</summary>
    public static IEnumerable<WordForm> Likely(string key)
    {
        var adjective = AdjectivesOf(key).FirstOrDefault();
        if (adjective.Key is not null)
            yield return adjective;
        yield return new WordForm(key, 0, false, PlaceCue.None);
        var where = KazakhWhere.Where(ending => Stem(key, ending) is { Length: > MinStem }).MaxBy(ending => ending.Length);
        if (where is not null)
            yield return new WordForm(key[..^where.Length], Ending, true, PlaceCue.None);
        if (adjective.Key is null && key.Length > 5 && PlaceKey.IsVowel(key[^1]))
            yield return new WordForm(key[..^1], Ending, false, PlaceCue.None);
    }

    /// <summary>The masculine form that names are kept under ("Алматинская" as "almatinski").</summary>
    private static IEnumerable<WordForm> AdjectivesOf(string key)
    {
        foreach (var (ending, cue) in Adjective)
        {
            if (Stem(key, ending) is { } stem && (stem.EndsWith("sk", StringComparison.Ordinal) || stem.EndsWith("ck", StringComparison.Ordinal)))
                yield return new WordForm(stem + "i", ending == "i" ? 0 : Ending, false, cue);
        }
    }

    private static string? Stem(string key, string ending) =>
        key.Length - ending.Length >= MinStem && key.EndsWith(ending, StringComparison.Ordinal) ? key[..^ending.Length] : null;
}
