using System.Globalization;
using Senim.Benchmarks.Load;
using Senim.Benchmarks.Peers;
using Senim.Benchmarks.Processes;

namespace Senim.Benchmarks.Reports;

internal sealed record TurnsSettings
{
    public required IReadOnlyList<int> Conversations { get; init; }

    public required TimeSpan Measure { get; init; }

    public required TimeSpan Warm { get; init; }

    public required int Rounds { get; init; }

    public required int Keys { get; init; }
}

/// <summary>
/// The service over Telegram and over SMS, a baseline that makes the same outbound calls a turn, one that answers in the response alone, and
/// a web server without a database: measured in turn, in one run, on one machine.
/// </summary>
internal static class TurnsReport
{
    private const double MostMemory = 1.6;
    private const double MostP99 = 3;
    private const double MostP50Alone = 2.5;
    private const double LeastShare = 0.4;

    /// <summary>A baseline whose group commit does not reach this share of the bare web server says nothing.</summary>
    private const double LeastOfBare = 0.5;

    /// <summary>Conversations at which the bars on throughput hold.</summary>
    private const int Crowd = 500;

    public static async Task<int> RunAsync(TurnsSettings settings)
    {
        using var api = new LeanApi();
        await using var senim = await Servers.SenimAsync(api.Url);

        // A node of its own, or texts that are still being sent would be measured with everything else.
        await using var texted = await Servers.SenimAsync(api.Url);
        foreach (var server in settings.Keys > 0 ? (ServerProcess[])[senim, texted] : [])
            Prefill.Deliveries(Path.Combine(server.Folder, "intake.db"), settings.Keys);

        var telegram = new TelegramScript();
        var sms = new SmsScript(Servers.SmsWebhook(texted.Port));
        await WarmAsync(telegram, senim, settings.Warm);
        var calls = await CountCallsAsync(api, telegram, senim);
        Console.WriteLine(Line($"Senim makes {calls:0.00} outbound calls a Telegram turn."));

        await using var same = await Servers.BaselineAsync(api.Url, calls);
        await using var response = await Servers.BaselineAsync(api.Url, 0);
        await using var bare = await Servers.BaselineAsync(api.Url, -1);
        await WarmAsync(sms, texted, settings.Warm);
        foreach (var server in (ServerProcess[])[same, response, bare])
            await WarmAsync(telegram, server, settings.Warm / 4);

        Subject[] subjects =
        [
            new("senim telegram", senim, telegram), new("baseline same calls", same, telegram),
            new("senim sms", texted, sms), new("baseline response", response, sms),
            new("baseline response (json)", response, telegram), new("bare kestrel", bare, telegram),
        ];
        var isMet = true;
        foreach (var conversations in settings.Conversations)
            isMet &= await CompareAsync(subjects, conversations, settings);
        return isMet ? 0 : 1;
    }

    private static async Task<bool> CompareAsync(Subject[] subjects, int conversations, TurnsSettings settings)
    {
        var results = subjects.ToDictionary(subject => subject.Name, _ => new List<Row>());
        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var subject in subjects)
            {
                var measured = await new Driver(subject.Script, subject.Server.Port)
                    .RunAsync(conversations, settings.Measure / 5, settings.Measure, () => subject.Server.Cpu);
                results[subject.Name].Add(new Row(measured, subject.Server.Megabytes));
            }
        }

        Console.WriteLine(Line($"{Environment.NewLine}{conversations} conversations at once, medians of {settings.Rounds} rounds of {settings.Measure.TotalSeconds:0} s"));
        Console.WriteLine("                            turns/s     p50 ms     p95 ms     p99 ms   turns/CPU s    MB  generator CPU  not 2xx");
        foreach (var subject in subjects)
        {
            var rows = results[subject.Name];
            Console.WriteLine(Line(
                $"{subject.Name,-24} {Median(rows, row => row.Measured.PerSecond),10:0} {Median(rows, row => row.Measured.P50),10:0.0} {Median(rows, row => row.Measured.P95),10:0.0} {Median(rows, row => row.Measured.P99),10:0.0} {Median(rows, row => row.Measured.PerCpuSecond),13:0} {Median(rows, row => row.Megabytes),5:0} {Median(rows, row => row.Measured.GeneratorCpu / row.Measured.Elapsed),14:0.00} {rows.Sum(row => row.Measured.Refused),8}"));
        }

        double Of(string name, Func<Row, double> value) => Median(results[name], value);
        var bars = new List<(string What, double Value, bool IsMet)>();
        if (conversations == 1)
        {
            Add(bars, "Telegram p50 of the baseline's, at most 2.5", Of("senim telegram", row => row.Measured.P50) / Of("baseline same calls", row => row.Measured.P50), value => value <= MostP50Alone);
            Add(bars, "SMS p50 of the baseline's, at most 2.5", Of("senim sms", row => row.Measured.P50) / Of("baseline response", row => row.Measured.P50), value => value <= MostP50Alone);
        }
        else if (conversations == Crowd)
        {
            var groupOfBare = Of("baseline response (json)", row => row.Measured.PerSecond) / Of("bare kestrel", row => row.Measured.PerSecond);
            if (groupOfBare < LeastOfBare)
                Console.WriteLine(Line($"baseline invalid: its group commit reaches {groupOfBare:0.00} of the bare web server, not {LeastOfBare:0.00}"));
            Add(bars, "group commit of the bare web server, at least 0.50, or nothing here counts", groupOfBare, value => value >= LeastOfBare);
            Add(bars, "Telegram of the baseline with the same calls, at least 0.40", Of("senim telegram", row => row.Measured.PerSecond) / Of("baseline same calls", row => row.Measured.PerSecond), value => value >= LeastShare);
            Add(bars, "SMS of the response baseline, at least 0.40", Of("senim sms", row => row.Measured.PerSecond) / Of("baseline response", row => row.Measured.PerSecond), value => value >= LeastShare);
            Add(bars, "Telegram p99 of the baseline's, at most 3", Of("senim telegram", row => row.Measured.P99) / Of("baseline same calls", row => row.Measured.P99), value => value <= MostP99);
            Add(bars, "SMS p99 of the baseline's, at most 3", Of("senim sms", row => row.Measured.P99) / Of("baseline response", row => row.Measured.P99), value => value <= MostP99);
            Add(bars, "Telegram resident memory of the baseline's, at most 1.6", Of("senim telegram", row => row.Megabytes) / Of("baseline same calls", row => row.Megabytes), value => value <= MostMemory);
            Add(bars, "SMS resident memory of the baseline's, at most 1.6", Of("senim sms", row => row.Megabytes) / Of("baseline response", row => row.Megabytes), value => value <= MostMemory);
        }

        Add(bars, "answers that were not 2xx, none", results.Values.Sum(rows => rows.Sum(row => row.Measured.Refused)), value => value == 0);

        foreach (var (what, value, isMet) in bars)
            Console.WriteLine(Line($"  {(isMet ? "met    " : "NOT MET")} {value,6:0.00}  {what}"));
        return bars.TrueForAll(bar => bar.IsMet);
    }

    private static void Add(List<(string What, double Value, bool IsMet)> bars, string what, double value, Func<double, bool> isMet) => bars.Add((what, value, isMet(value)));

    private static Task WarmAsync(IScript script, ServerProcess server, TimeSpan time) =>
        new Driver(script, server.Port).RunAsync(50, TimeSpan.Zero, time, () => server.Cpu);

    private static async Task<double> CountCallsAsync(LeanApi api, IScript script, ServerProcess server)
    {
        var before = api.Calls;
        var measured = await new Driver(script, server.Port).RunAsync(50, TimeSpan.Zero, TimeSpan.FromSeconds(3), () => server.Cpu);
        return (api.Calls - before) / (double)measured.Turns;
    }

    private static double Median(List<Row> rows, Func<Row, double> value)
    {
        var sorted = rows.Select(value).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Subject(string Name, ServerProcess Server, IScript Script);

    private sealed record Row(Measured Measured, double Megabytes);
}
