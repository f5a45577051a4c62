using Senim.Triage.Benchmark;

return BenchmarkCommand.Create(Console.Out).Parse(args).Invoke();
