namespace Senim.Intake.Places.Matching;

/// <summary>Decides what a typed text says about the place.</summary>
internal sealed class PlaceResolver
{
    private const int MaxChoices = 6;
    private readonly IPlaceDirectory directory;
    private readonly ILookup<string, Place> names;

    public PlaceResolver(PlaceData data, IPlaceDirectory directory)
    {
        this.directory = directory;
        names = data.Units.Values
            .SelectMany(unit => new[] { (unit, unit.NameKk), (unit, unit.NameRu), (unit, unit.NameEn) })
            .Concat(data.Aliases)
            .ToLookup(pair => PlaceKey.Of(pair.Item2), pair => pair.Item1);
    }

    public PlaceMatch Resolve(string text, string? withinRegion)
    {
        var found = names[PlaceKey.Of(text.AsSpan(0, Math.Min(text.Length, 1000)))]
            .Distinct()
            .Where(unit => withinRegion is null || directory.RegionOf(unit.Code).Code == withinRegion)
            .Select(unit => new PlaceCandidate(unit, Settlement: null))
            .Take(MaxChoices)
            .ToList();
        return found.Count switch
        {
            0 => new PlaceMatch.None(),
            1 => new PlaceMatch.Taken(found[0]),
            _ => new PlaceMatch.Asked(found),
        };
    }
}
