using System.Diagnostics;
using System.Globalization;
using Senim.Benchmarks.Load;
using Senim.Benchmarks.Peers;
using Senim.Benchmarks.Processes;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Benchmarks.Reports;

internal sealed record FloodSettings
{
    public required int Waiting { get; init; }

    public required int Danger { get; init; }

    /// <summary>Conversations at once by which the maximum is found.</summary>
    public required int Conversations { get; init; }

    public required TimeSpan Measure { get; init; }

    public required TimeSpan Warm { get; init; }
}

/// <summary>
/// The worst minutes: events wait by the hundred thousand, turns come at a set share of the most that the service can do, one chat floods, and
/// in the midst of it messages of danger come from chats of their own. Then posts are forged.
/// </summary>
internal static class FloodReport
{
    private const double Share = 0.8;
    private const double MostDangerSeconds = 3;
    private const double MostForgedP99 = 1000;

    /// <summary>10,000 and 100,000 a minute.</summary>
    private const double FloodPerSecond = 10_000 / 60.0;

    private const double ForgedPerSecond = 100_000 / 60.0;

    private const long FloodingChat = 77;

    public static async Task<int> RunAsync(FloodSettings settings)
    {
        using var api = new LeanApi();
        await using var senim = await Servers.SenimAsync(api.Url);
        var telegram = new TelegramScript();
        var most = await new Driver(telegram, senim.Port).RunAsync(settings.Conversations, settings.Warm, settings.Measure, () => senim.Cpu);
        Console.WriteLine(Line($"at most {most.PerSecond:0} turns/s with {settings.Conversations} conversations at once"));

        var isMet = await WaitingAsync(settings, senim, telegram, most.PerSecond * Share);
        isMet &= await ForgedAsync(settings, senim, telegram, most.PerSecond * Share);
        return isMet ? 0 : 1;
    }

    private static async Task<bool> WaitingAsync(FloodSettings settings, ServerProcess senim, TelegramScript telegram, double perSecond)
    {
        await using var watch = new QueueWatch(senim.Folder);
        Prefill.Events(Path.Combine(senim.Folder, "intake.db"), settings.Waiting);
        watch.Start();
        var before = await watch.WaitingAsync();
        var danger = new TextScript(500_000_000, person => person, _ => "он меня сейчас убьёт");
        var flood = new TextScript(600_000_000, _ => FloodingChat, number => $"и снова {number}");
        var turns = new OpenLoop(telegram, senim.Port).RunAsync(perSecond, settings.Measure, settings.Conversations);
        var flooding = new OpenLoop(flood, senim.Port).RunAsync(FloodPerSecond, settings.Measure, 32);
        var called = await new OpenLoop(danger, senim.Port).RunAsync(settings.Danger / settings.Measure.TotalSeconds, settings.Measure, Math.Min(settings.Danger, 64));
        var (ordinary, flooded) = (await turns, await flooding);
        var after = await watch.WaitingAsync();
        await Task.Delay(TimeSpan.FromSeconds(MostDangerSeconds));

        var blind = new BlindIndex(KeyFolder.Load(Path.Combine(senim.Folder, "keys"), content: false, addressAndLookup: true, mayCreate: false));
        var seen = await watch.StopAsync();
        var taken = called.Answers
            .Select(call => seen.TryGetValue(blind.Conversation(ChannelKind.Telegram, call.Person.ToString(CultureInfo.InvariantCulture)), out var at)
                ? Stopwatch.GetElapsedTime(call.DueAt, at).TotalSeconds
                : double.PositiveInfinity)
            .Order()
            .ToArray();
        Console.WriteLine(Line($"{before} events waiting, {after} at the end; {perSecond:0} turns/s, p50 {ordinary.P50:0.0} ms, p99 {ordinary.P99:0.0} ms; one chat floods, p99 {flooded.P99:0.0} ms"));
        Console.WriteLine(Line($"{taken.Length} messages of danger in a queue: p50 {Driver.At(taken, 0.5):0.00} s, p99 {Driver.At(taken, 0.99):0.00} s, longest {taken[^1]:0.00} s"));
        return Bar("messages of danger later than 3 s, none", taken.Count(each => each > MostDangerSeconds) + called.Total - taken.Length, value => value == 0)
            & Bar("answers that were not 2xx, none", ordinary.Refused + called.Refused + flooded.Refused, value => value == 0);
    }

    private static async Task<bool> ForgedAsync(FloodSettings settings, ServerProcess senim, TelegramScript telegram, double perSecond)
    {
        var updates = new OpenLoop(new TextScript(700_000_000, person => person, number => $"forged {number}", "wrong"), senim.Port);
        var texts = new OpenLoop(new SmsScript(Servers.SmsWebhook(senim.Port), "wrong"), senim.Port);
        var turns = new OpenLoop(telegram, senim.Port).RunAsync(perSecond, settings.Measure, settings.Conversations);
        var forged = await Task.WhenAll(
            updates.RunAsync(ForgedPerSecond / 2, settings.Measure, 32), texts.RunAsync(ForgedPerSecond / 2, settings.Measure, 32));
        var genuine = await turns;
        Console.WriteLine(Line($"{ForgedPerSecond * 60:0} forged posts a minute; {perSecond:0} turns/s, p50 {genuine.P50:0.0} ms, p99 {genuine.P99:0.0} ms"));
        return Bar("p99 of genuine turns beside forged ones, at most 1000 ms", genuine.P99, value => value <= MostForgedP99)
            & Bar("genuine answers that were not 2xx, none", genuine.Refused, value => value == 0)
            & Bar("forged posts that were taken, none", forged.Sum(each => each.Total - each.Refused), value => value == 0);
    }

    private static bool Bar(string what, double value, Func<double, bool> isMet)
    {
        Console.WriteLine(Line($"  {(isMet(value) ? "met    " : "NOT MET")} {value,8:0.##}  {what}"));
        return isMet(value);
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
