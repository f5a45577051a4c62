namespace Senim.Triage.Benchmark.Lines;

internal enum Part
{
    /// <summary>Frozen, and read by nobody who mends the engine.</summary>
    Measuring,

    /// <summary>Open to whoever mends the engine.</summary>
    Writing,
}
