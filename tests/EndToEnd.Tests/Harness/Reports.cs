using System.Collections.Concurrent;
using Senim.FakeBotApi;
using Senim.Intake.Triage;

namespace Senim.EndToEnd.Tests.Harness;

/// <summary>What one chat has told, and what must become of it.</summary>
/// <param name="Typed">Every text, in order.</param>
/// <param name="PlaceCode">Null when no place was told.</param>
internal sealed record ToldReport(long Chat, IReadOnlyList<string> Typed, Urgency Urgency, string? PlaceCode);

/// <summary>
/// Many people who report at once, each a whole report from the first press to an addition after the receipt, in texts that hold words
/// which nobody else uses. Its list of what was told is what the stored signals are compared with.
/// </summary>
internal sealed class Reports(FakeBotApiServer telegram, Random random, long firstChat = 7_000_001)
{
    private readonly ConcurrentBag<ToldReport> told = [];
    private readonly Lock guard = new();
    private long nextChat = firstChat;

    public IReadOnlyCollection<ToldReport> Told => told;

    /// <summary>Begins new reports until it is told to stop, and then brings those that were begun to their end.</summary>
    public Task RunAsync(int people, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, people).Select(_ => Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                    await ReportAsync();
            },
            CancellationToken.None)));

    public async Task ReportAsync()
    {
        var chat = Interlocked.Increment(ref nextChat);
        var person = new TelegramReporter(telegram, chat);
        await person.StartAsync();
        told.Add((chat % 3) switch
        {
            0 => await TellOfDangerAsync(person),
            1 => await TellOfBeatingAsync(person),
            _ => await TellOfTeasingAsync(person),
        });
    }

    private async Task<ToldReport> TellOfDangerAsync(TelegramReporter person)
    {
        await person.PressAsync("danger:danger");
        await person.WaitForAsync("danger:mute");
        await EndAsync(person, "Караганда");
        return new ToldReport(person.Chat, person.Typed, Urgency.Emergency, "351000000");
    }

    private async Task<ToldReport> TellOfBeatingAsync(TelegramReporter person)
    {
        await person.PressAsync("language:kk");
        await person.PressAsync("safe:unsure");
        await person.PressAsync("forwhom:me");
        await person.PressAsync("what:physical");
        await person.PressAsync("what:done");
        await person.WaitForAsync("story:done");
        await person.TypeAsync($"Ағам мені жиі ұрады {Words()}");
        await person.TypeAsync($"Үйге барғым келмейді {Words()}");
        await person.PressAsync("story:done");
        await person.PressAsync("when:when_week");
        await person.PressAsync("ongoing:ongoing_yes");
        await person.WaitForAsync("place:list");
        await EndAsync(person, "Тараз", "age", "recuse", "contact");
        return new ToldReport(person.Chat, person.Typed, Urgency.Urgent, "311000000");
    }

    private async Task<ToldReport> TellOfTeasingAsync(TelegramReporter person)
    {
        await person.PressAsync("language:ru");
        await person.PressAsync("safe:safe");
        await person.PressAsync("forwhom:me");
        await person.PressAsync("what:bullying");
        await person.PressAsync("what:done");
        await person.WaitForAsync("story:done");

        // As children write: the next line before the last one was answered.
        for (var line = 0; line < 3; line++)
            await person.TypeAsync($"Меня дразнят в классе {Words()}");
        await person.PressAsync("story:done");
        await person.PressAsync("when:when_earlier");
        await person.PressAsync("ongoing:ongoing_no");
        await person.WaitForAsync("place:list");
        await EndAsync(person, "Семей", "age", "offender", "recuse", "contact");
        return new ToldReport(person.Chat, person.Typed, Urgency.Standard, "101000000");
    }

    /// <param name="open">Questions that are still asked before the review; none where the place is the last.</param>
    private async Task EndAsync(TelegramReporter person, string place, params string[] open)
    {
        await person.TypeAsync(place);
        await person.PressAsync("confirm:yes");
        foreach (var skipped in open)
            await person.PressAsync($"{skipped}:skip");
        if (open.Length > 0)
            await person.PressAsync("review:send");
        await person.WaitForAsync("receipt:place");
        await person.TypeAsync($"Ещё два слова: {Words()}");
        await person.WaitForAsync("receipt:place");
    }

    private string Words()
    {
        lock (guard)
            return string.Join(' ', Enumerable.Range(0, 1 + random.Next(4)).Select(_ => $"w{random.NextInt64(1L << 44):x11}"));
    }
}
