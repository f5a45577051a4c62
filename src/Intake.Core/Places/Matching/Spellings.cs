namespace Senim.Intake.Places.Matching;

/// <summary>
/// How else a recorded name is written, in the letters of <see cref="PlaceKey"/>. The classifier has Russian records of Kazakh names, many
/// made by the habits of the 19th century: "Бахты" is Бақты, "Чилик" Шілік, "Коктюбе" Көктөбе, "Кзылту" Қызылту.
/// </summary>
internal static class Spellings
{
    private static readonly (string Record, string Kazakh)[] Sounds =
        [("C", "S"), ("h", "k"), ("tube", "tobe"), ("tuba", "toba"), ("kul", "kol"), ("kzil", "kizil"), ("uzen", "ozen"), ("uzek", "ozek"), ("urda", "orda"), ("kudik", "kuduk"), ("kuduk", "kudik"), ("tugai", "togai"), ("saksaul", "sekseuil")];

    // In Kazakh Russian names lose these: "Мичурино" is "Мичурин ауылы", "Сергеевка" "Сергеев".
    private static readonly (string Ending, string Kept)[] Endings =
        [("skoe", "sk"), ("ovka", "ov"), ("evka", "ev"), ("inka", "in"), ("ovo", "ov"), ("evo", "ev"), ("ino", "in"), ("oe", "i"), ("skii", "sk"), ("ski", "sk")];

    public static IEnumerable<string> OfRecord(string key)
    {
        var all = key;
        foreach (var (record, kazakh) in Sounds)
        {
            if (!key.Contains(record, StringComparison.Ordinal))
                continue;
            yield return key.Replace(record, kazakh, StringComparison.Ordinal);
            all = all.Replace(record, kazakh, StringComparison.Ordinal);
        }

        if (all != key)
            yield return all;
    }

    /// <summary>The Kazakh short form of a Russian name, which only counts beside "ауылы" or the name of its district.</summary>
    public static string? Shortened(string key)
    {
        foreach (var (ending, kept) in Endings)
        {
            if (key.Length > ending.Length + 2 && key.EndsWith(ending, StringComparison.Ordinal))
                return string.Concat(key.AsSpan(0, key.Length - ending.Length), kept);
        }

        return null;
    }
}
