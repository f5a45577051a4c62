using Microsoft.EntityFrameworkCore;
using Senim.Bots.Tests.Telegram;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Bots.Tests.Afterwards;

/// <summary>A question of staff on its way into the chat and back, as both sides see it.</summary>
public sealed class QuestionsOverTelegram
{
    private const long Chat = 4_711;
    private const string Asked = "Кому из взрослых можно доверять?";

    [Fact]
    public async Task It_is_told_of_silently_in_one_new_message_read_after_is_it_safe_and_answered()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_any"));
        var child = host.Child(Chat);
        await child.TypesAsync("/start");
        var before = child.Screen;
        var signal = await SignalAsync(host);

        Assert.Equal(AskOutcome.Asked, await AskAsync(host, signal));
        var push = await host.Telegram.WaitForBotMessageAsync(Chat, message => message.Id != before.Id);

        Assert.Equal("Есть новое сообщение.", push.Text);
        Assert.True(push.Silent);
        await host.Telegram.WaitUntilAsync(() => child.Chat.BotMessages.Count == 1);
        Assert.Equal(QuestionState.Pushed, (await ListedAsync(host, signal, QuestionState.Pushed)).State);

        await child.PressesAsync("Показать");
        Assert.DoesNotContain(Asked, child.Screen.Text, StringComparison.Ordinal);
        await child.PressesAsync("Да, безопасно");
        Assert.Equal(QuestionWording.Bubble(Language.Ru, QuestionCodes.Own, Asked, ChannelKind.Telegram), child.Screen.Text);
        await ListedAsync(host, signal, QuestionState.Read);
        await child.TypesAsync("Тёте Гуле");

        Assert.Contains("Спасибо. Ответ уже у дежурных.", child.Screen.Text, StringComparison.Ordinal);
        Assert.Equal("Тёте Гуле", (await ListedAsync(host, signal, QuestionState.Answered)).Answer!.Text);
        var story = (await host.ReadAsync(signal.Value)).Story;
        Assert.Equal((QuestionCodes.Own, "Тёте Гуле"), (story[^1].Question, story[^1].Text));
        await host.Telegram.WaitUntilAsync(() => Steps(host).Contains(nameof(QuestionStep.Answered)));
        Assert.Equal(["Asked", "Pushed", "Read", "Answered"], Steps(host));
        Assert.Contains(host.Transport.Published, told => told.Type == SignalEvent.Changed && told.Json.Contains("\"hasNewWords\":true", StringComparison.Ordinal));
        Assert.All(host.Transport.Published, told => Assert.DoesNotContain("взрослых", told.Json, StringComparison.Ordinal));
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task Without_consent_nothing_is_sent_and_whoever_comes_back_sees_it()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_no"));
        var child = host.Child(Chat);
        await child.TypesAsync("/start");
        var signal = await SignalAsync(host);
        await AskAsync(host, signal);
        await WaitAsync(async () => (await ListAsync(host, signal)).Single().Bar == QuestionBars.NoConsent);
        Assert.Equal(1, host.Telegram.CountCalls("sendMessage"));

        await child.TypesAsync("И ещё вчера.");
        Assert.EndsWith("Есть новое сообщение.", child.Screen.Text, StringComparison.Ordinal);
        await child.PressesAsync("Показать");
        await child.PressesAsync("Да, безопасно");
        await child.PressesAsync("Не отвечать");

        await ListedAsync(host, signal, QuestionState.Skipped);
    }

    [Fact]
    public async Task A_chat_that_is_blocked_is_said_to_be_so()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_any"));
        var child = host.Child(Chat);
        await child.TypesAsync("/start");
        var signal = await SignalAsync(host);
        host.Telegram.BlockBot(Chat);
        await host.Telegram.WaitUntilDeliveredAsync();

        await AskAsync(host, signal);

        await WaitAsync(async () => (await ListAsync(host, signal)).Single().Bar == QuestionBars.Blocked);
    }

    [Fact]
    public async Task One_that_is_not_read_in_time_comes_back_once()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_no"));
        var child = host.Child(Chat);
        await child.TypesAsync("/start");
        var signal = await SignalAsync(host);
        await AskAsync(host, signal);
        await WaitAsync(async () => (await ListAsync(host, signal)).Single().Bar is not null);

        // A day goes by.
        await using (var db = host.Db())
        {
            var waits = await db.Outbox.SingleAsync(row => row.Kind == OutboxKind.Question);
            Assert.Equal(TimeSpan.FromHours(24), waits.DueUtc - waits.CreatedUtc);
            await db.Outbox.Where(row => row.Id == waits.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.DueUtc, waits.CreatedUtc));
        }

        await WaitAsync(async () => (await ListAsync(host, signal)).Single().ReturnedUtc is not null);
        await host.Telegram.WaitUntilAsync(() => Steps(host).Contains(nameof(QuestionStep.Returned)));
        Assert.Contains(host.Transport.Published, told => told.Type == QuestionEvent.Stepped && told.Json.Contains("\"unread\":1", StringComparison.Ordinal));
        Assert.Equal(1, host.Telegram.CountCalls("sendMessage"));
    }

    /// <summary>What a reporter is told once the case was closed goes the same way, and opens it again where it is not well.</summary>
    [Fact]
    public async Task After_closing_it_is_asked_how_it_is()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_any"));
        var child = host.Child(Chat);
        await child.TypesAsync("/start");
        var signal = await SignalAsync(host);
        await TellAsync(host, new ProgressEvent { SignalId = signal.Value, Version = 3, Stage = SignalStage.Closed, OccurredUtc = DateTime.UtcNow, NextDueUtc = null });

        await host.Telegram.WaitForBotMessageAsync(Chat, message => message.Text == "Есть новое сообщение.");
        await child.PressesAsync("Показать");
        await child.PressesAsync("Да, безопасно");
        Assert.Contains("Стало лучше?", child.Screen.Text, StringComparison.Ordinal);
        await child.PressesAsync("Нет");
        await child.PressesAsync("Не знаю");

        Assert.Contains("снова этим займутся", child.Screen.Text, StringComparison.Ordinal);
        Assert.Equal(["no", "unsure"], (await ListedAsync(host, signal, QuestionState.Answered)).Answer!.Choices);
        await host.Telegram.WaitUntilAsync(() => host.Transport.Published.Any(told => told.Type == SignalEvent.Changed));
    }

    /// <summary>A missed step is told the same way, once, and nobody waits for an answer.</summary>
    [Fact]
    public async Task When_a_promised_step_is_missed_it_is_told_that_it_was_raised()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_any"));
        var child = host.Child(Chat);
        await child.TypesAsync("/start");
        var signal = await SignalAsync(host);
        var missed = new ProgressEvent { SignalId = signal.Value, Version = 2, Stage = SignalStage.Waiting, OccurredUtc = DateTime.UtcNow, NextDueUtc = DateTime.UtcNow, IsRaised = true };
        await TellAsync(host, missed);
        await TellAsync(host, missed with { Version = 3 });

        await host.Telegram.WaitForBotMessageAsync(Chat, message => message.Text == "Есть новое сообщение.");
        await child.PressesAsync("Показать");
        await child.PressesAsync("Да, безопасно");
        Assert.Contains("Сообщение передано старшим дежурным.", child.Screen.Text, StringComparison.Ordinal);
        await child.PressesAsync("Понятно");

        Assert.Contains("Сюда можно написать в любое время.", child.Screen.Text, StringComparison.Ordinal);
        var told = await ListedAsync(host, signal, QuestionState.Skipped);
        Assert.Equal((QuestionCodes.Raised, (string?)null), (told.Code, told.AskedBy));
        Assert.DoesNotContain(nameof(QuestionStep.Skipped), Steps(host));

        // Once it is read, the next one is told again; what staff have acted on since is not.
        await TellAsync(host, missed with { Version = 5, Stage = SignalStage.Seen });
        await WaitAsync(async () => (await ListAsync(host, signal)).Count == 2);
        await TellAsync(host, missed with { Version = 7, IsRaised = false }, missed with { Version = 6 });
        Assert.Equal(2, (await ListAsync(host, signal)).Count);
    }

    /// <summary>Staff's steps are told of, each twice.</summary>
    private static async Task TellAsync(TelegramHost host, params ProgressEvent[] steps)
    {
        var envelopes = steps.Select(step => new EventEnvelope(
            Guid.NewGuid(), ProgressEvent.Progressed, EventLane.Other, "", step.OccurredUtc, System.Text.Json.JsonSerializer.Serialize(step, IntakeJson.Default.ProgressEvent))).ToList();
        foreach (var _ in Enumerable.Range(0, 2))
            await host.Get<IEventConsumer>().ConsumeAsync(envelopes, default);
    }

    internal static async Task<SignalId> SignalAsync(TelegramHost host)
    {
        await using var db = host.Db();
        return new SignalId((await db.Signals.SingleAsync()).Id);
    }

    internal static Task<AskOutcome> AskAsync(TelegramHost host, SignalId signal) =>
        host.Get<IStaffQuestions>().AskAsync(signal, new NewQuestion(Guid.CreateVersion7(), QuestionCodes.Own, Language.Ru, Asked), "officer", default);

    internal static Task<IReadOnlyList<StaffQuestion>> ListAsync(TelegramHost host, SignalId signal) => host.Get<IStaffQuestions>().ListAsync(signal, default);

    internal static async Task<StaffQuestion> ListedAsync(TelegramHost host, SignalId signal, QuestionState state)
    {
        await WaitAsync(async () => (await ListAsync(host, signal)).Single().State == state);
        return (await ListAsync(host, signal)).Single();
    }

    internal static async Task WaitAsync(Func<Task<bool>> condition)
    {
        for (var until = DateTime.UtcNow.AddSeconds(20); !await condition(); await Task.Delay(20))
            Assert.True(DateTime.UtcNow < until, "It did not come to be.");
    }

    private static List<string> Steps(TelegramHost host) =>
    [
        .. host.Transport.Published
            .Where(told => told.Type == QuestionEvent.Stepped)
            .Select(told => System.Text.Json.JsonSerializer.Deserialize(told.Json, IntakeJson.Default.QuestionEvent)!.Step.ToString()),
    ];
}
