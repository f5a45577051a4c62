using System.Globalization;
using Senim.Triage.Benchmark.Statistics;

namespace Senim.Triage.Benchmark.Floors;

/// <summary>The confusion tables that were reached, as tab-separated text: a row for each column and level, a count for each level said.</summary>
internal static class Floor
{
    public static string File => Path.Combine(AppContext.BaseDirectory, "Floors", "floor.tsv");

    public static void Write(TextWriter output, IEnumerable<Measurement> measurements)
    {
        output.Write($"column\tis\t{string.Join('\t', Levels.FromTheTop.Select(said => $"said {said}"))}\n");
        foreach (var measurement in measurements)
        foreach (var labelled in Levels.FromTheTop)
            output.Write($"{measurement.Name}\t{labelled}\t{string.Join('\t', Levels.FromTheTop.Select(said => measurement.Table[labelled, said]))}\n");
    }

    public static IReadOnlyDictionary<string, ConfusionTable> Read(TextReader input)
    {
        var tables = new Dictionary<string, ConfusionTable>();
        input.ReadLine();
        while (input.ReadLine() is { } row)
        {
            var cells = row.Split('\t');
            if (!tables.TryGetValue(cells[0], out var table))
                tables.Add(cells[0], table = new ConfusionTable());
            foreach (var (said, count) in Levels.FromTheTop.Zip(cells.Skip(2)))
                table.Add(Enum.Parse<Level>(cells[1]), said, int.Parse(count, CultureInfo.InvariantCulture));
        }

        return tables;
    }

    /// <summary>What is worse now than at the floor, in words; nothing when all is held.</summary>
    public static IReadOnlyList<string> Falls(ConfusionTable now, ConfusionTable floor)
    {
        var falls = new List<string>();
        foreach (var level in Levels.FromTheTop)
        {
            if (now.Recall(level).IsBelow(floor.Recall(level)))
                falls.Add($"recall of {level} fell from {Words(floor.Recall(level))} to {Words(now.Recall(level))}");
            if (now.Precision(level).IsBelow(floor.Precision(level)))
                falls.Add($"precision of {level} fell from {Words(floor.Precision(level))} to {Words(now.Precision(level))}");
        }

        foreach (var (bar, held) in Bar.Over(now).Zip(Bar.Over(floor)))
        {
            if (bar.Count > held.Count)
                falls.Add($"{bar.Name} rose from {held.Count} to {bar.Count}");
        }

        return falls;
    }

    private static string Words(Share share) => $"{share.Hits}/{share.Total}";
}
