using System.Diagnostics;
using System.Threading.Channels;

namespace Senim.Benchmarks.Load;

/// <summary>
/// Turns that come when they come, however long the answers take: a latency counts from when its turn was due, so that a server that falls
/// behind cannot hide it.
/// </summary>
internal sealed class OpenLoop(IScript script, int port)
{
    /// <summary>So long after the last turn was due its answer is waited for.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(2);

    private readonly Channel<long> due = Channel.CreateUnbounded<long>();

    /// <param name="perSecond">Turns.</param>
    /// <param name="connections">At most so many turns at once.</param>
    public async Task<Offered> RunAsync(double perSecond, TimeSpan time, int connections)
    {
        var talking = Enumerable.Range(0, connections).Select(_ => Task.Run(TalkAsync)).ToArray();
        var began = Stopwatch.GetTimestamp();
        var total = (long)(perSecond * time.TotalSeconds);
        for (var offered = 0L; offered < total;)
        {
            var until = Math.Min(total, (long)(Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond));
            for (; offered < until; offered++)
                due.Writer.TryWrite(began + (long)(offered / perSecond * Stopwatch.Frequency));
            await Task.Delay(Tick);
        }

        due.Writer.Complete();
        var answers = (await Task.WhenAll(talking)).SelectMany(mine => mine).ToList();
        return new Offered(total, answers);
    }

    private async Task<List<Answer>> TalkAsync()
    {
        using var wire = await Wire.OpenAsync(port);
        var mine = new List<Answer>();
        var (person, turn) = (Driver.NextPerson(), 0);
        await foreach (var at in due.Reader.ReadAllAsync())
        {
            if (Stopwatch.GetElapsedTime(at) > Grace)
                return mine;
            if (turn == script.Turns)
                (person, turn) = (Driver.NextPerson(), 0);
            var status = await wire.AskAsync(script.Request(person, turn++));
            mine.Add(new Answer(person, at, status, Stopwatch.GetElapsedTime(at).TotalMilliseconds));
        }

        return mine;
    }
}

/// <param name="DueAt">When it was due, as a timestamp of <see cref="Stopwatch"/>.</param>
internal readonly record struct Answer(long Person, long DueAt, int Status, double Milliseconds);

/// <param name="Total">Turns that were due.</param>
internal sealed record Offered(long Total, IReadOnlyList<Answer> Answers)
{
    private readonly double[] taken = [.. Answers.Select(answer => answer.Milliseconds).Order()];

    public double P50 => Driver.At(taken, 0.50);

    public double P99 => Driver.At(taken, 0.99);

    /// <summary>Those without an answer, or with another than 2xx.</summary>
    public long Refused => Total - Answers.Count(answer => answer.Status is >= 200 and <= 299);
}
