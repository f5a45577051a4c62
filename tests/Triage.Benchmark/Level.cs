namespace Senim.Triage.Benchmark;

/// <summary>How soon a person must act, from the least to the most. docs/triage-benchmark.md has the definitions.</summary>
internal enum Level
{
    Information,
    Standard,
    Urgent,
    Emergency,
}

internal static class Levels
{
    /// <summary>From the most urgent down, the order of every table.</summary>
    public static readonly Level[] FromTheTop = [Level.Emergency, Level.Urgent, Level.Standard, Level.Information];
}
