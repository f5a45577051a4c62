using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Senim.Intake.Triage;
using Senim.Triage.Benchmark.Lines;

namespace Senim.Triage.Benchmark;

/// <summary><c>speed</c>: how long one message takes on one core, and that hostile ones are bounded. Exit code 1: a limit is passed.</summary>
internal static class SpeedCommand
{
    private const int MessageChars = 1_000;
    private const int Messages = 1_000;
    private const int Readings = 4;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan HostileLimit = TimeSpan.FromMilliseconds(500);

    public static Command Create(TextWriter output)
    {
        var command = new Command("speed", "Measures the time that a message of 1,000 characters takes, none of which was read before. Run it in Release. Exit code 1: p99 is above 1 ms.");
        command.SetAction(_ => Run(output));
        return command;
    }

    private static int Run(TextWriter output)
    {
        // Each message is read by several engines, none of which knows it, and the fastest reading counts: what else the machine does is left out.
        // What the compiler still does falls to the first.
        var engines = Enumerable.Range(0, Readings).Select(_ => RuleTriage.Load()).ToList();
        var messages = Made();
        var readings = engines.Select(engine => messages.Select(message => Time(engine, message)).ToList()).ToList();
        var times = Enumerable.Range(0, Messages).Select(i => readings.Min(reading => reading[i])).Order().ToList();
        var p99 = times[times.Count * 99 / 100];
        output.WriteLine($"{MessageChars} characters: p50 {Words(times[times.Count / 2], Limit)}, p99 {Words(p99, Limit)}, slowest {Words(times[^1], Limit)}");
        var slow = 0;
        foreach (var (name, text) in Hostile())
        {
            var time = engines.Min(engine => Time(engine, text));
            slow += time > HostileLimit ? 1 : 0;
            output.WriteLine($"{name}: {Words(time, HostileLimit)}");
        }

        return p99 > Limit || slow > 0 ? 1 : 0;
    }

    /// <summary>Messages of the written lines, each begun at another line.</summary>
    private static List<string> Made()
    {
        var lines = Column.All(Part.Writing).SelectMany(column => column.Lines).Select(line => line.Text).ToArray();
        new Random(1).Shuffle(lines);
        return [.. Enumerable.Range(0, Messages).Select(i =>
        {
            var text = new StringBuilder();
            for (var line = i; text.Length < MessageChars; line++)
                text.Append(lines[line % lines.Length]).Append(". ");
            return text.ToString(0, MessageChars);
        })];
    }

    private static IEnumerable<(string Name, string Text)> Hostile() =>
    [
        ("one letter, 1 MB", new string('\u0430', 1 << 20)),
        ("one letter and a space, 1 MB", string.Concat(Enumerable.Repeat("\u0430 ", 1 << 19))),
        ("10,000 combining marks", "\u0430" + new string('\u0301', 10_000)),
        ("64 KB of the words of entries", string.Concat(Enumerable.Repeat("\u043d\u043e\u0436 \u0443\u0431\u044c\u0435\u0442 \u043c\u0435\u043d\u044f ", 4_000))),
        ("64 KB without a space", string.Concat(Enumerable.Repeat("\u0443\u0431\u044c\u0435\u0442\u043c\u0435\u043d\u044f", 6_000))),
    ];

    private static TimeSpan Time(RuleTriage triage, string text)
    {
        var input = new TriageInput { Texts = [text] };
        var start = Stopwatch.GetTimestamp();
        triage.Assess(input);
        return Stopwatch.GetElapsedTime(start);
    }

    private static string Words(TimeSpan time, TimeSpan limit) => FormattableString.Invariant($"{time.TotalMilliseconds:0.00} ms ({time / limit:0.00} of the limit)");
}
