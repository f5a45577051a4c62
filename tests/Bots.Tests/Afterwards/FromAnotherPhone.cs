using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Telegram;
using Senim.Intake.Privacy;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Afterwards;

/// <summary>A code that is asked for in one chat opens the signal in another: what is asked and how far it is, never what was told.</summary>
public sealed partial class FromAnotherPhone
{
    private const long First = 4_711;
    private const long Second = 4_712;

    [Fact]
    public async Task The_code_is_shown_once_in_a_message_that_can_be_copied_and_is_stored_nowhere()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_no"));
        var child = host.Child(First);
        var code = await CodeAsync(child);

        Assert.False(child.Screen.Protected);
        Assert.Matches(@"^\d{4} \d{4} \d{4} \d{4}$", code);
        var state = System.Text.Json.JsonSerializer.Serialize(await host.StateAsync(First), ConversationJson.Default.ConversationState);
        Assert.DoesNotContain(code[..4], state, StringComparison.Ordinal);
        await using (var db = host.Db())
        {
            var kept = await db.AccessCodes.SingleAsync();
            Assert.Equal(host.Get<BlindIndex>().AccessCode(code.Replace(" ", "", StringComparison.Ordinal)), kept.Hash);
            Assert.All(await db.Outbox.ToListAsync(), row => Assert.DoesNotContain(code[..9], row.Body, StringComparison.Ordinal));
        }

        await child.PressesAsync("Что с сообщением");
        Assert.DoesNotContain(child.Chat.Messages, message => message.Text!.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_opens_status_questions_and_additions_and_never_the_story()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_no"));
        var child = host.Child(First);
        var code = await CodeAsync(child);
        var signal = await QuestionsOverTelegram.SignalAsync(host);
        await QuestionsOverTelegram.AskAsync(host, signal);
        await QuestionsOverTelegram.WaitAsync(async () => (await QuestionsOverTelegram.ListAsync(host, signal)).Single().Bar is not null);
        var other = host.Child(Second);

        await other.TypesAsync(code);
        Assert.Contains("Сообщение у дежурных.", other.Screen.Text, StringComparison.Ordinal);
        Assert.Contains("Рассказ здесь не показывается.", other.Screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("дразнят", other.Screen.Text, StringComparison.Ordinal);

        await other.PressesAsync("Показать");
        await other.PressesAsync("Да, безопасно");
        Assert.Contains("Кому из взрослых можно доверять?", other.Screen.Text, StringComparison.Ordinal);
        await other.TypesAsync("Бабушке");
        Assert.Equal("Бабушке", (await QuestionsOverTelegram.ListedAsync(host, signal, QuestionState.Answered)).Answer!.Text);
        await other.PressesAsync("Что с сообщением");
        await other.TypesAsync("Сегодня снова дразнили.");
        Assert.StartsWith("Добавлено.", other.Screen.Text, StringComparison.Ordinal);

        await QuestionsOverTelegram.WaitAsync(async () => (await host.ReadAsync(signal.Value)).Story.Count == 3);
        Assert.Equal(["Бабушке", "Сегодня снова дразнили."], (await host.ReadAsync(signal.Value)).Story.Skip(1).Select(part => part.Text));
        await using (var db = host.Db())
            Assert.Single(await db.Signals.ToListAsync());
        Assert.Empty((await host.StateAsync(Second)).Draft.Story);

        await other.PressesAsync("Закрыть");
        Assert.Null((await host.StateAsync(Second)).Follow?.Other);
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task The_contact_can_be_deleted_from_there()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_any"));
        var code = await CodeAsync(host.Child(First));
        Assert.NotNull(await AddressAsync(host));
        var other = host.Child(Second);

        await other.TypesAsync(code);
        await other.PressesAsync("Удалить мой контакт");

        Assert.StartsWith("Контакт удаляется.", other.Screen.Text, StringComparison.Ordinal);
        await QuestionsOverTelegram.WaitAsync(async () => await AddressAsync(host) is null);
    }

    [Fact]
    public async Task Danger_there_is_helped_at_once_and_raises_the_signal_too()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_no"));
        var code = await CodeAsync(host.Child(First));
        var signal = await QuestionsOverTelegram.SignalAsync(host);
        var other = host.Child(Second);
        await other.TypesAsync(code);

        await other.TypesAsync("он с ножом, помогите");

        Assert.Contains("102", other.Screen.Text, StringComparison.Ordinal);
        await QuestionsOverTelegram.WaitAsync(async () =>
        {
            await using var db = host.Db();
            return (await db.Signals.AsNoTracking().ToListAsync()).Count(row => row.Urgency == Urgency.Emergency) == 2;
        });
        Assert.Contains((await host.ReadAsync(signal.Value)).Story, part => part.Text == "он с ножом, помогите");
    }

    [Fact]
    public async Task Wrong_codes_are_slowed_and_a_report_is_not()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_no"));
        var code = await CodeAsync(host.Child(First));
        var guesser = host.Child(Second);
        foreach (var last in "23568")
        {
            await guesser.TypesAsync($"1111 1111 1111 111{last}");
            Assert.Contains("не нашёлся", guesser.Screen.Text, StringComparison.Ordinal);
        }

        await guesser.TypesAsync(code);
        Assert.Contains("через час", guesser.Screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("у дежурных", guesser.Screen.Text, StringComparison.Ordinal);
        await using (var db = host.Db())
            Assert.Single(await db.Signals.ToListAsync());
        await guesser.PressesAsync("Қазір қауіпті · Сейчас опасно");
        Assert.Contains("112", guesser.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_guessed_from_many_chats_are_slowed_together()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new ShortReports("contact_no"));
        var code = await CodeAsync(host.Child(First));
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => host.Get<TurnRunner>().RunAsync(Guess(host, i))));

        var late = host.Child(Second);
        await late.TypesAsync(code);

        Assert.Contains("через час", late.Screen.Text, StringComparison.Ordinal);
        await late.PressesAsync("Қазір қауіпті · Сейчас опасно");
        Assert.Contains("112", late.Screen.Text, StringComparison.Ordinal);
    }

    private static InboundTurn Guess(TelegramHost host, int number) => new()
    {
        Channel = ChannelKind.Telegram,
        Conversation = host.Get<BlindIndex>().Conversation(ChannelKind.Telegram, $"guess {number}"),
        Delivery = host.Get<BlindIndex>().Delivery($"guess {number}"),
        Input = new TurnInput.Text("1111 1111 1111 1112"),
        ReceivedUtc = DateTime.UtcNow,
    };

    /// <summary>The code of a report that was just made.</summary>
    private static async Task<string> CodeAsync(Child child)
    {
        await child.TypesAsync("/start");
        await child.PressesAsync("Что с сообщением");
        await child.PressesAsync("Код для другого телефона");
        return Digits().Match(child.Screen.Text!).Value;
    }

    private static async Task<byte[]?> AddressAsync(TelegramHost host)
    {
        await using var db = host.Db();
        var key = host.Get<BlindIndex>().Conversation(ChannelKind.Telegram, $"{First}").ToBytes();
        return (await db.Conversations.AsNoTracking().SingleAsync(row => row.Key == key)).Address;
    }

    [GeneratedRegex(@"\d{4} \d{4} \d{4} \d{4}")]
    private static partial Regex Digits();
}
