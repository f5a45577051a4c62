using System.Diagnostics;

namespace Senim.Benchmarks.Load;

/// <summary>So many conversations at once, each asking its next turn when the last is answered.</summary>
internal sealed class Driver(IScript script, int port)
{
    private static long people = 1_000_000;

    private long refused;
    private volatile bool isOver;

    /// <param name="warm">Time before the measurement begins; turns answered in it count nowhere.</param>
    /// <param name="cpu">Processor time that the server has used so far.</param>
    public async Task<Measured> RunAsync(int conversations, TimeSpan warm, TimeSpan measure, Func<TimeSpan> cpu)
    {
        var talking = Enumerable.Range(0, conversations).Select(_ => Task.Run(TalkAsync)).ToArray();
        await Task.Delay(warm);
        var before = (At: Stopwatch.GetTimestamp(), Cpu: cpu(), Own: Own());
        await Task.Delay(measure);
        var after = (At: Stopwatch.GetTimestamp(), Cpu: cpu(), Own: Own());
        isOver = true;

        // Whoever still waits is answered first, but only what was answered within the time is measured.
        var turns = (await Task.WhenAll(talking)).SelectMany(mine => mine).Where(turn => turn.At >= before.At && turn.At < after.At);
        var taken = turns.Select(turn => turn.Milliseconds).Order().ToArray();
        return new Measured
        {
            Turns = taken.Length,
            Elapsed = Stopwatch.GetElapsedTime(before.At, after.At),
            ServerCpu = after.Cpu - before.Cpu,
            GeneratorCpu = after.Own - before.Own,
            Refused = Interlocked.Read(ref refused),
            P50 = At(taken, 0.50),
            P95 = At(taken, 0.95),
            P99 = At(taken, 0.99),
        };
    }

    /// <summary>Somebody who has not written yet.</summary>
    public static long NextPerson() => Interlocked.Increment(ref people);

    private async Task<List<Answered>> TalkAsync()
    {
        using var wire = await Wire.OpenAsync(port);
        var mine = new List<Answered>(1024);
        while (!isOver)
        {
            var person = NextPerson();
            for (var turn = 0; turn < script.Turns && !isOver; turn++)
            {
                var request = script.Request(person, turn);
                var started = Stopwatch.GetTimestamp();
                if (await wire.AskAsync(request) is < 200 or > 299)
                    Interlocked.Increment(ref refused);
                var at = Stopwatch.GetTimestamp();
                mine.Add(new Answered(at, Stopwatch.GetElapsedTime(started, at).TotalMilliseconds));
            }
        }

        return mine;
    }

    private static TimeSpan Own()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    internal static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];

    private readonly record struct Answered(long At, double Milliseconds);
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
