using Senim.Triage.Benchmark.Statistics;

namespace Senim.Triage.Benchmark.Tests;

internal static class Tables
{
    /// <param name="rows">Emergency, Urgent, Standard, Information; so are the counts of each.</param>
    public static ConfusionTable Of(params int[][] rows)
    {
        var table = new ConfusionTable();
        foreach (var (labelled, row) in Levels.FromTheTop.Zip(rows))
        foreach (var (said, lines) in Levels.FromTheTop.Zip(row))
            table.Add(labelled, said, lines);
        return table;
    }
}
