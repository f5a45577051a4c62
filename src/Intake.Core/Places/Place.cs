namespace Senim.Intake.Places;

/// <summary>Depth in the state classifier (KATO): regions, their districts and cities, the districts of some cities.</summary>
public enum PlaceLevel
{
    Country = 0,
    Region = 1,
    District = 2,
    CityDistrict = 3,
}

public enum PlaceKind
{
    Region,
    RepublicanCity,
    District,
    City,
    CityDistrict,
}

/// <summary>An administrative unit. The code is its nine KATO digits; the names are the full official ones ("Абайский район").</summary>
public sealed record Place(string Code, string? ParentCode, PlaceLevel Level, PlaceKind Kind, string NameKk, string NameRu, string NameEn)
{
    /// <summary>The name in "kk", "ru" or "en"; any other language reads the Kazakh name.</summary>
    public string Name(string language) => language switch
    {
        "ru" => NameRu,
        "en" => NameEn,
        _ => NameKk,
    };
}
