using Senim.Intake.Places;

namespace Senim.Intake.Doors;

/// <summary>What a door may be called, and where it may lie.</summary>
public static class DoorName
{
    /// <summary>In characters; longer ones do not fit on a poster, nor into a text.</summary>
    public const int MostChars = 80;

    /// <returns>What is wrong with it, for the one who typed it; null when nothing is.</returns>
    public static string? Fault(IPlaceDirectory places, string unitCode, string name)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(name);
        if (places.Find(unitCode) is not { Kind: not PlaceKind.Region })
            return $"{unitCode} is not the code of a district or a city.";
        if (string.IsNullOrWhiteSpace(name) || name.Length > MostChars || name.Any(char.IsControl))
            return $"The name has 1 to {MostChars} characters, in one line.";
        return null;
    }
}
