namespace Senim.Intake.Places.Matching;

/// <summary>What a word names abroad.</summary>
internal enum Abroad
{
    No,
    Place,
    Country,
}

/// <summary>Countries, regions and towns abroad that children of this country write about, from <c>Data/foreign.tsv</c>.</summary>
internal sealed class ForeignPlaces
{
    private const string Region = "+";

    private readonly Dictionary<string, bool> names = new(StringComparer.Ordinal);

    public ForeignPlaces(IEnumerable<(string Kind, IReadOnlyList<string> Names)> rows, PlaceWords words)
    {
        foreach (var (kind, written) in rows)
        {
            foreach (var name in written)
            {
                var key = NameIndex.Bare(name, words);

                // "Омская область" stands under its adjective, which counts only beside the word.
                names[key.HasCue ? Region + key.Key : key.Key] = kind == "country";
            }
        }
    }

    /// <summary>What one of the forms of these words names abroad, and what that form costs.</summary>
    public (Abroad What, double Cost) Find(IEnumerable<WordForm> forms, bool hasRegionCue)
    {
        foreach (var form in forms)
        {
            if (names.TryGetValue(form.Key, out var isCountry) || (hasRegionCue && names.TryGetValue(Region + form.Key, out isCountry)))
                return (isCountry ? Abroad.Country : Abroad.Place, form.Cost);
        }

        return (Abroad.No, 0);
    }
}
