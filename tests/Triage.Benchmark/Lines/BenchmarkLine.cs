namespace Senim.Triage.Benchmark.Lines;

/// <param name="Id">Unique over both parts.</param>
/// <param name="Level">What a child-protection officer would say.</param>
/// <param name="Kind">The situation or the trap, in a few English words.</param>
/// <param name="Text">What was written, in the writer's own spelling.</param>
internal sealed record BenchmarkLine(string Id, Level Level, string Kind, string Text);
