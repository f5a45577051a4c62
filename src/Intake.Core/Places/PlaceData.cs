using System.Globalization;
using System.Reflection;

namespace Senim.Intake.Places;

/// <summary>How a settlement ranks among others of its name.</summary>
internal enum SettlementKind
{
    Station,
    Village,
    Urban,
    Town,
}

internal sealed record Settlement(Place Unit, SettlementKind Kind, bool IsCentre, string NameRu, string? NameKk);

internal readonly record struct UnitPoint(Place Unit, double Latitude, double Longitude);

/// <summary>The embedded tables under <c>Places/Data</c>: tab-separated, UTF-8, one heading line. <c>SOURCES.md</c> there says whence they came.</summary>
internal sealed class PlaceData
{
    private PlaceData(IReadOnlyDictionary<string, Place> units)
    {
        Units = units;
        Aliases = [.. Rows("aliases.tsv").Select(row => (units[row[0]], row[1]))];
        Settlements = [.. Rows("settlements.tsv").Select(row => ReadSettlement(row, units))];
        WordRoles = [.. Rows("words.tsv").Select(row => (row[0], row[1]))];
        var bySettlement = Settlements.ToLookup(settlement => (settlement.Unit.Code, settlement.NameRu));
        FormerNames = [.. Rows("former-names.tsv").SelectMany(row => row[2].Split(';').Select(name => ReadFormerName(row, name, units, bySettlement)))];
        Slang = [.. Rows("slang.tsv").SelectMany(row => row[1].Split(';').Select(name => (units[row[0]], name)))];
        Foreign = [.. Rows("foreign.tsv").Select(row => (row[0], Parts(row[1], ';')))];
        Everyday = [.. Rows("everyday.tsv").Select(row => (row[0], Parts(row[1], ' ')))];
        Presence = [.. Rows("presence.tsv").Select(row => (row[0], row[1], Parts(row[2], ' ')))];
        Points = [.. Rows("points.tsv").SelectMany(row => row.Skip(1).Select(pair => ReadPoint(pair, units[row[0]])))];
    }

    public IReadOnlyDictionary<string, Place> Units { get; }

    public IReadOnlyList<(Place Unit, string Alias)> Aliases { get; }

    public IReadOnlyList<Settlement> Settlements { get; }

    public IReadOnlyList<(string Role, string Word)> WordRoles { get; }

    /// <summary>What units and settlements were called before; the settlement is null where the name was the unit's own.</summary>
    public IReadOnlyList<(Place Unit, Settlement? Settlement, string Name)> FormerNames { get; }

    public IReadOnlyList<(Place Unit, string Name)> Slang { get; }

    public IReadOnlyList<(string Kind, IReadOnlyList<string> Names)> Foreign { get; }

    public IReadOnlyList<(string Kind, IReadOnlyList<string> Words)> Everyday { get; }

    public IReadOnlyList<(string Sense, string Language, IReadOnlyList<string> Words)> Presence { get; }

    public IReadOnlyList<UnitPoint> Points { get; }

    public static PlaceData Load() => new(ReadUnits());

    /// <summary>Words that are also names of places, one a line; what follows '#' says why.</summary>
    public static IEnumerable<string> Words(string file) =>
        Lines(file).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);

    private static Dictionary<string, Place> ReadUnits()
    {
        var units = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var row in Rows("units.tsv"))
        {
            var parent = row[1].Length == 0 ? null : units[row[1]];
            var level = parent is null ? PlaceLevel.Region : parent.Level + 1;
            var kind = row[2] switch
            {
                "region" => PlaceKind.Region,
                "republican_city" => PlaceKind.RepublicanCity,
                "district" => PlaceKind.District,
                "city" => PlaceKind.City,
                "city_district" => PlaceKind.CityDistrict,
                _ => throw new InvalidDataException($"units.tsv: unknown kind '{row[2]}' of {row[0]}"),
            };
            units.Add(row[0], new Place(row[0], parent?.Code, level, kind, NameKk: row[3], NameRu: row[4], NameEn: row[5]));
        }

        return units;
    }

    private static Settlement ReadSettlement(string[] row, IReadOnlyDictionary<string, Place> units)
    {
        var kind = row[1] switch
        {
            "town" => SettlementKind.Town,
            "urban" => SettlementKind.Urban,
            "village" => SettlementKind.Village,
            "station" => SettlementKind.Station,
            _ => throw new InvalidDataException($"settlements.tsv: unknown kind '{row[1]}' of {row[3]}"),
        };
        return new Settlement(units[row[0]], kind, IsCentre: row[2] == "centre", NameRu: row[3], NameKk: row.Length > 4 ? row[4] : null);
    }

    private static (Place, Settlement?, string) ReadFormerName(
        string[] row, string name, IReadOnlyDictionary<string, Place> units, ILookup<(string, string), Settlement> settlements) =>
        row[1].Length == 0 ? (units[row[0]], null, name)
            : settlements[(row[0], row[1])].FirstOrDefault() is { } settlement ? (units[row[0]], settlement, name)
            : throw new InvalidDataException($"former-names.tsv: {row[0]} has no settlement '{row[1]}'");

    private static IReadOnlyList<string> Parts(string list, char separator) => list.Split(separator, StringSplitOptions.RemoveEmptyEntries);

    private static UnitPoint ReadPoint(string pair, Place unit)
    {
        var parts = pair.Split(' ');
        return new UnitPoint(unit, double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string[]> Rows(string file) => Lines(file).Skip(1).Select(line => line.Split('\t'));

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Senim.Intake.Places.Data.{file}")
            ?? throw new InvalidDataException($"The embedded table {file} is missing from this build.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
