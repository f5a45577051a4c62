namespace Senim.Triage.Benchmark.Reports;

/// <summary>The lines that were not understood, word for word.</summary>
internal static class MissReport
{
    public static void Write(TextWriter output, Measurement measurement)
    {
        foreach (var miss in measurement.Misses)
            output.WriteLine($"  {miss.Line.Id} is {miss.Line.Level}, said {miss.Said} ({miss.Line.Kind}): {miss.Line.Text}");
        output.WriteLine();
    }
}
