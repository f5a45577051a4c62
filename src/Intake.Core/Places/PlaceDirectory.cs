using Senim.Intake.Places.Matching;

namespace Senim.Intake.Places;

/// <summary>The directory over the embedded tables; immutable once loaded.</summary>
public sealed class PlaceDirectory : IPlaceDirectory
{
    private const int NearestCount = 3;

    // The country's extreme points, rounded outwards to a tenth of a degree.
    private const double South = 40.5, North = 55.5, West = 46.4, East = 87.4;

    private readonly IReadOnlyDictionary<string, Place> units;
    private readonly Dictionary<string, IReadOnlyList<Place>> children;
    private readonly IReadOnlyList<UnitPoint> points;
    private readonly PlaceResolver resolver;

    private PlaceDirectory(PlaceData data)
    {
        units = data.Units;
        points = data.Points;
        Regions = Ordered(units.Values.Where(unit => unit.Level == PlaceLevel.Region));
        children = units.Values
            .Where(unit => unit.ParentCode is not null)
            .GroupBy(unit => unit.ParentCode!)
            .ToDictionary(group => group.Key, Ordered, StringComparer.Ordinal);
        resolver = new PlaceResolver(data, this);
    }

    public IReadOnlyList<Place> Regions { get; }

    public static PlaceDirectory Load() => new(PlaceData.Load());

    public Place? Find(string code) => units.GetValueOrDefault(code);

    public IReadOnlyList<Place> UnitsOf(string regionCode) => Below(regionCode, PlaceLevel.Region);

    public IReadOnlyList<Place> ChildrenOf(string unitCode) => Below(unitCode, PlaceLevel.District);

    public Place RegionOf(string code)
    {
        var unit = Find(code) ?? throw new ArgumentException($"No place has the code '{code}'.", nameof(code));
        while (unit.ParentCode is { } parent)
            unit = units[parent];
        return unit;
    }

    public PlaceMatch Resolve(string text, string? withinRegion = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return resolver.Resolve(text, withinRegion);
    }

    /// <summary>How a text is read, line by line, in English; for the <c>place --explain</c> verb.</summary>
    public IEnumerable<string> Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return resolver.Explain(text);
    }

    public IReadOnlyList<Place> Nearest(double latitude, double longitude)
    {
        // Written so that NaN is outside too.
        if (!(latitude is >= South and <= North && longitude is >= West and <= East))
            return [];

        // Distances are only compared with each other within a country, so a plane scaled at this latitude is exact enough.
        var scale = Math.Cos(latitude * Math.PI / 180);
        double SquaredDegrees(UnitPoint point)
        {
            var north = point.Latitude - latitude;
            var east = (point.Longitude - longitude) * scale;
            return (north * north) + (east * east);
        }

        return [.. points.OrderBy(SquaredDegrees).Select(point => point.Unit).Distinct().Take(NearestCount)];
    }

    private IReadOnlyList<Place> Below(string code, PlaceLevel level) =>
        Find(code)?.Level == level && children.TryGetValue(code, out var below) ? below : [];

    private static IReadOnlyList<Place> Ordered(IEnumerable<Place> places) =>
        [.. places
            .OrderBy(place => place.Kind == PlaceKind.RepublicanCity ? 0 : 1)
            .ThenBy(place => place.NameKk, KazakhOrder.Instance)];
}
