namespace Senim.Places.Benchmark.Lines;

/// <summary>The units that the project knows, which lies in which, and what they are called.</summary>
internal static class Units
{
    private static readonly Dictionary<string, Unit> ByCode = Resources.Lines("units.tsv").Skip(1)
        .Select(line => line.Split('\t'))
        .ToDictionary(fields => fields[0], fields => new Unit(fields[0], fields[1], fields[3..]));

    private static readonly ILookup<string, Unit> ByName = ByCode.Values
        .SelectMany(unit => unit.Names.Distinct(), (unit, name) => (unit, name))
        .ToLookup(pair => pair.name, pair => pair.unit);

    public static IEnumerable<string> Regions => ByCode.Values.Where(unit => unit.Parent.Length == 0).Select(unit => unit.Code);

    public static bool Exists(string code) => ByCode.ContainsKey(code);

    /// <summary>Whether a unit is the other or one that lies in it.</summary>
    public static bool Contains(string outer, string? inner) =>
        inner is not null && Upwards(inner).Any(unit => unit.Code == outer);

    /// <summary>The unit that a choice names: "Asa, Zhambyl District, Zhambyl Region" is the district, and a village before it is passed over.</summary>
    /// <exception cref="FormatException">The choice names no unit, or several.</exception>
    public static string Named(string choice)
    {
        var names = choice.Split(", ");
        for (var first = 0; first < names.Length; first++)
        {
            var found = ByName[names[first]].Where(unit => LiesIn(unit, names[(first + 1)..])).ToList();
            if (found.Count == 1)
                return found[0].Code;
            if (found.Count > 1)
                break;
        }

        throw new FormatException($"The choice \"{choice}\" does not name one unit.");
    }

    private static bool LiesIn(Unit unit, string[] outer)
    {
        var above = Upwards(unit.Parent).GetEnumerator();
        return outer.All(name =>
        {
            while (above.MoveNext())
            {
                if (above.Current.Names.Contains(name))
                    return true;
            }

            return false;
        });
    }

    private static IEnumerable<Unit> Upwards(string code)
    {
        for (var unit = ByCode.GetValueOrDefault(code); unit is not null; unit = ByCode.GetValueOrDefault(unit.Parent))
            yield return unit;
    }

    private sealed record Unit(string Code, string Parent, string[] Names);
}
