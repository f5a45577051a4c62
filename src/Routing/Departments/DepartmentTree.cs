using Senim.Intake.Places;

namespace Senim.Routing.Departments;

/// <summary>
/// Who would own a signal from a place, nearest first: the district or city, its region, the national desk. The districts inside
/// Aktobe and Karaganda belong to their city: divisions exist in districts and in cities of regional significance, not below them.
/// Astana, Almaty and Shymkent stand where regions stand, and their districts have divisions of their own.
/// </summary>
internal sealed class DepartmentTree(IPlaceDirectory places)
{
    /// <summary>The nearest unit with a living division. The national desk needs none to own what is left.</summary>
    /// <param name="dead">Codes of the units without one.</param>
    /// <param name="recused">A unit that must not see it.</param>
    public OwningUnit OwnerOf(string? placeCode, IReadOnlySet<string> dead, string? recused = null) =>
        OwnersOf(placeCode).First(owner => owner.Code == OwningUnit.NationalCode || (!dead.Contains(owner.Code) && owner.Code != recused));

    /// <summary>The unit that a reporter means by "this department": the nearest one. The national desk stands above all and is none.</summary>
    public string? DepartmentOf(string? placeCode) => OwnersOf(placeCode)[0].Code is var code && code != OwningUnit.NationalCode ? code : null;

    /// <summary>Ends with the national desk; a place that is unknown leads there at once.</summary>
    public IReadOnlyList<OwningUnit> OwnersOf(string? placeCode)
    {
        if (placeCode is null || places.Find(placeCode) is not { } place)
            return [OwningUnit.National];
        if (place is { Level: PlaceLevel.CityDistrict, ParentCode: { } parent } && places.Find(parent) is { } city)
            place = city;
        return place.Level switch
        {
            PlaceLevel.Country => [OwningUnit.National],
            PlaceLevel.Region => [Region(place.Code), OwningUnit.National],
            PlaceLevel.District or PlaceLevel.CityDistrict => Unit(place.Code, places.RegionOf(place.Code).Code),
        };
    }

    /// <summary>The unit with this code, if it is one that can own signals.</summary>
    public OwningUnit? Find(string code) =>
        code == OwningUnit.NationalCode ? OwningUnit.National
        : OwnersOf(code)[0] is var unit && unit.Code == code ? unit
        : null;

    public bool IsRegion(string code) => places.Find(code) is { Level: PlaceLevel.Region };

    private static OwningUnit Region(string code) => new(code, code);

    private static OwningUnit[] Unit(string code, string region) => [new(code, region), Region(region), OwningUnit.National];
}
