namespace Senim.Intake.Places.Matching;

/// <summary>What kind of unit the word beside a name speaks of.</summary>
internal enum PlaceCue
{
    None,
    Region,
    City,
    District,
    Village,
}

internal enum WordRole
{
    /// <summary>Not in the list: part of a name, or something we know nothing about.</summary>
    Unknown,

    /// <summary>Says nothing about the place and leaves nothing unexplained: "живу", "мектепте".</summary>
    Filler,

    /// <summary>An everyday word that is no place by itself; the text says more than where.</summary>
    Common,
    Foreign,
    Preposition,
    Near,
    NearAfter,
    Modifier,
    Named,

    /// <summary>Bears names of places and people: "школа Панфилова", "ЖК Тараз".</summary>
    Institution,
    InstitutionAfter,

    /// <summary>Follows a person's name: "Наурызбай батыр".</summary>
    Title,
    Street,
    StreetAfter,
    Cue,
    CueAfter,
}

/// <summary>The words around names, by the sound of <see cref="PlaceKey"/>, from <c>Data/words.tsv</c>.</summary>
internal sealed class PlaceWords
{
    private readonly Dictionary<string, (WordRole Role, PlaceCue Cue)> words = new(StringComparer.Ordinal);

    public PlaceWords(IEnumerable<(string Role, string Word)> rows)
    {
        foreach (var (role, word) in rows)
            words.TryAdd(PlaceKey.Of(word), Parse(role));
    }

    // Kazakh endings follow each other without end ("облысынанмын"), so these words are known by how they begin.
    private static readonly (string Start, PlaceCue Cue)[] Stems =
        [("oblis", PlaceCue.Region), ("kalasi", PlaceCue.City), ("audan", PlaceCue.District), ("auili", PlaceCue.Village)];

    public (WordRole Role, PlaceCue Cue) Of(string key)
    {
        if (words.TryGetValue(key, out var known))
            return known;
        var stem = Array.Find(Stems, stem => key.StartsWith(stem.Start, StringComparison.Ordinal));
        return stem.Start is null ? default : (WordRole.CueAfter, stem.Cue);
    }

    private static (WordRole, PlaceCue) Parse(string role) => role switch
    {
        "region" => (WordRole.Cue, PlaceCue.Region),
        "region-after" => (WordRole.CueAfter, PlaceCue.Region),
        "city" => (WordRole.Cue, PlaceCue.City),
        "city-after" => (WordRole.CueAfter, PlaceCue.City),
        "district" => (WordRole.Cue, PlaceCue.District),
        "district-after" => (WordRole.CueAfter, PlaceCue.District),
        "village" => (WordRole.Cue, PlaceCue.Village),
        "village-after" => (WordRole.CueAfter, PlaceCue.Village),
        "street" => (WordRole.Street, PlaceCue.None),
        "street-after" => (WordRole.StreetAfter, PlaceCue.None),
        "institution" => (WordRole.Institution, PlaceCue.None),
        "institution-after" => (WordRole.InstitutionAfter, PlaceCue.None),
        "title" => (WordRole.Title, PlaceCue.None),
        "named" => (WordRole.Named, PlaceCue.None),
        "near" => (WordRole.Near, PlaceCue.None),
        "near-after" => (WordRole.NearAfter, PlaceCue.None),
        "preposition" => (WordRole.Preposition, PlaceCue.None),
        "modifier" => (WordRole.Modifier, PlaceCue.None),
        "foreign" => (WordRole.Foreign, PlaceCue.None),
        "filler" => (WordRole.Filler, PlaceCue.None),
        "common" => (WordRole.Common, PlaceCue.None),
        _ => throw new InvalidDataException($"words.tsv: unknown role '{role}'"),
    };
}
