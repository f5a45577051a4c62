using Senim.Desk.Access;
using Senim.Intake;
using Senim.Intake.Places;

namespace Senim.Desk.Pages.Shared;

/// <summary>Names of units in the reader's language.</summary>
internal sealed class UnitNames(IPlaceDirectory places, CurrentStaff staff)
{
    private string Language => staff.Texts.Language.Code();

    /// <summary>The unit alone: "Abai district". What is not in the directory is the country's own desk.</summary>
    public string Short(string? code) =>
        code is not null && places.Find(code) is { } place ? place.Name(Language) : staff.Texts["role.country"];

    /// <summary>Like <see cref="Full"/>, with the country's own desk for what is not in the directory.</summary>
    public string Long(string? code) => Full(code) ?? staff.Texts["role.country"];

    /// <summary>The unit and what it lies in: "Abai district, Karaganda region". Null for a code that is not in the directory.</summary>
    public string? Full(string? code)
    {
        if (code is null || places.Find(code) is not { } place)
            return null;
        var names = new List<string>();
        for (var unit = place; unit is not null; unit = unit.ParentCode is null ? null : places.Find(unit.ParentCode))
            names.Add(unit.Name(Language));
        return string.Join(", ", names);
    }
}
