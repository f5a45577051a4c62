using System.Globalization;
using Senim.Triage.Benchmark.Statistics;

namespace Senim.Triage.Benchmark.Reports;

/// <summary>The figures of one column as text. They say nothing of any single line.</summary>
internal static class ColumnReport
{
    public static void Write(TextWriter output, Measurement measurement)
    {
        var table = measurement.Table;
        output.WriteLine($"{measurement.Name}: {Levels.FromTheTop.Sum(table.Labelled)} lines");
        output.WriteLine($"  {"level",-12}{"lines",6}   {"recall",-32}precision");
        foreach (var level in Levels.FromTheTop)
            output.WriteLine($"  {level,-12}{table.Labelled(level),6}   {Words(table.Recall(level)),-32}{Words(table.Precision(level))}");

        output.WriteLine($"  {"is, said",-12}{string.Concat(Levels.FromTheTop.Select(said => $"{said,13}"))}");
        foreach (var labelled in Levels.FromTheTop)
            output.WriteLine($"  {labelled,-12}{string.Concat(Levels.FromTheTop.Select(said => $"{table[labelled, said],13}"))}");

        foreach (var bar in Bar.Over(table))
            output.WriteLine($"  {(bar.Met ? "pass" : "FAIL")}  {bar.Name}: {bar.Count} of {bar.Of}, at most {bar.Allowed}");
        output.WriteLine();
    }

    private static string Words(Share share) => share.Total == 0
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{share.Hits}/{share.Total} = {100.0 * share.Hits / share.Total:0.0} % ({100 * share.Interval.Low:0.0} to {100 * share.Interval.High:0.0})");
}
