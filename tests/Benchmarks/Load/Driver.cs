using System.Diagnostics;

namespace Senim.Benchmarks.Load;

/// <summary>So many conversations at once, each asking its next turn when the last is answered.</summary>
internal sealed class Driver(IScript script, int port)
{
    private static long people = 1_000_000;

    private readonly List<double> latencies = [];
    private long answered;
    private long refused;
    private volatile bool isOver;

    /// <param name="cpu">Processor time that the server has used so far.</param>
    public async Task<Measured> RunAsync(int conversations, TimeSpan warm, TimeSpan measure, Func<TimeSpan> cpu)
    {
        var talking = Enumerable.Range(0, conversations).Select(_ => Task.Run(TalkAsync)).ToArray();
        await Task.Delay(warm);
        var before = (Answered: Interlocked.Read(ref answered), Cpu: cpu(), Own: Own());
        lock (latencies)
            latencies.Clear();
        var clock = Stopwatch.StartNew();
        await Task.Delay(measure);
        var elapsed = clock.Elapsed;
        var turns = Interlocked.Read(ref answered) - before.Answered;
        var used = cpu() - before.Cpu;
        var own = Own() - before.Own;
        double[] taken;
        lock (latencies)
            taken = [.. latencies];
        isOver = true;
        await Task.WhenAll(talking);
        Array.Sort(taken);
        return new Measured
        {
            Turns = turns,
            Elapsed = elapsed,
            ServerCpu = used,
            GeneratorCpu = own,
            Refused = Interlocked.Read(ref refused),
            P50 = At(taken, 0.50),
            P95 = At(taken, 0.95),
            P99 = At(taken, 0.99),
        };
    }

    private async Task TalkAsync()
    {
        using var wire = await Wire.OpenAsync(port);
        var mine = new List<double>(64);
        while (!isOver)
        {
            var person = Interlocked.Increment(ref people);
            for (var turn = 0; turn < script.Turns && !isOver; turn++)
            {
                var request = script.Request(person, turn);
                var started = Stopwatch.GetTimestamp();
                if (await wire.AskAsync(request) is < 200 or > 299)
                    Interlocked.Increment(ref refused);
                mine.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                Interlocked.Increment(ref answered);
            }

            lock (latencies)
                latencies.AddRange(mine);
            mine.Clear();
        }
    }

    private static TimeSpan Own()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
}

/// <summary>One measurement. Latencies in milliseconds, from the request's first byte to the answer's last.</summary>
internal sealed record Measured
{
    public required long Turns { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public required TimeSpan ServerCpu { get; init; }

    public required TimeSpan GeneratorCpu { get; init; }

    /// <summary>Answers that were not 2xx.</summary>
    public required long Refused { get; init; }

    public required double P50 { get; init; }

    public required double P95 { get; init; }

    public required double P99 { get; init; }

    public double PerSecond => Turns / Elapsed.TotalSeconds;

    public double PerCpuSecond => Turns / ServerCpu.TotalSeconds;
}
