namespace Senim.Intake.Places;

/// <summary>Names as a person needs them to tell one place from another of the same name.</summary>
public static class PlaceNames
{
    /// <summary>
    /// The name with what lies above it, in "kk", "ru" or "en": "Абайский район, Карагандинская область". A region stands alone.
    /// </summary>
    public static string Describe(this IPlaceDirectory directory, Place place, string language)
    {
        var names = new List<string>(3);
        for (Place? unit = place; unit is not null; unit = unit.ParentCode is { } parent ? directory.Find(parent) : null)
            names.Add(unit.Name(language));
        return string.Join(", ", names);
    }

    /// <summary>As above, led by the village or town when the match came through one: "Бейнеу, Бейнеу ауданы, Маңғыстау облысы".</summary>
    public static string Describe(this IPlaceDirectory directory, PlaceCandidate candidate, string language)
    {
        var unit = directory.Describe(candidate.Unit, language);
        return candidate.Settlement is { } settlement ? $"{settlement}, {unit}" : unit;
    }
}
