using Microsoft.EntityFrameworkCore;
using Senim.FakeBotApi;
using Senim.Intake.Outbox;

namespace Senim.Bots.Tests.Telegram;

/// <summary>What cannot be shown now is owed, and shown later as things stand then.</summary>
public sealed class WhenTelegramFails : IAsyncLifetime
{
    private TelegramHost _host = null!;
    private Child _child = null!;

    public async Task InitializeAsync()
    {
        _host = await TelegramHost.ByWebhookAsync();
        _child = _host.Child(41);
        await _child.TypesAsync("/start");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string, Fault> Failures() => new()
    {
        { "too many requests", Fault.TooManyRequests(1) },
        { "bad gateway", Fault.BadGateway() },
        { "a dropped connection", Fault.DropRequest() },
        { "no answer in time", Fault.Delay(TimeSpan.FromSeconds(3)) },
        { "an error of the server", Fault.Refuse(500, "Internal Server Error") },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task It_goes_to_the_outbox_and_is_shown_later(string failure, Fault fault)
    {
        _host.Telegram.AddFault(fault with { Method = "editMessageText" });
        await _child.PressesAsync("Русский");
        Assert.True(_host.Telegram.PendingUpdates == 0, failure);

        await _host.Telegram.WaitForBotMessageAsync(41, message => message.Text!.Contains("безопасно", StringComparison.Ordinal));
        Assert.Single(_child.Chat.BotMessages);
        await UntilNothingIsOwedAsync();
    }

    [Fact]
    public async Task Many_replies_that_failed_are_one_row_and_the_last_one_is_shown()
    {
        _host.Telegram.AddFault(Fault.TooManyRequests(2) with { Times = 3 });
        await _child.PressesAsync("Русский");
        await _child.PressesAsync(_child.Screen, "Русский");
        await _child.PressesAsync(_child.Screen, "Қазақша");
        await using (var db = _host.Db())
            Assert.Equal(1, await db.Outbox.CountAsync(row => row.Kind == OutboxKind.Show));

        await _host.Telegram.WaitForBotMessageAsync(41, message => message.Text!.Contains("қауіпсіз", StringComparison.Ordinal));
        Assert.Single(_child.Chat.BotMessages);
    }

    [Fact]
    public async Task The_wait_that_Telegram_asks_for_is_kept()
    {
        _host.Telegram.AddFault(Fault.TooManyRequests(3600) with { Method = "editMessageText" });
        await _child.PressesAsync("Русский");

        await using var db = _host.Db();
        var owed = await db.Outbox.SingleAsync(row => row.Kind == OutboxKind.Show);
        Assert.InRange(owed.DueUtc - owed.CreatedUtc, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task Help_that_did_not_come_through_is_caught_up_on_though_a_later_reply_did()
    {
        await _child.PressesAsync("Русский");
        _host.Telegram.AddFault(Fault.TooManyRequests(2) with { Method = "editMessageText" });
        await _child.PressesAsync("Сейчас опасно");
        await _child.TypesAsync("Костанай");
        Assert.DoesNotContain("позвонить 102", _child.Screen.Text, StringComparison.Ordinal);

        var shown = await _host.Telegram.WaitForBotMessageAsync(41, message => message.Text!.Contains("позвонить 102", StringComparison.Ordinal));
        Assert.Contains("Костанай", shown.Text + string.Concat(shown.Buttons.Select(button => button.Text)), StringComparison.Ordinal);
        await UntilNothingIsOwedAsync();
    }

    [Fact]
    public async Task Help_that_was_shown_meanwhile_is_not_shown_again()
    {
        await _child.PressesAsync("Русский");
        _host.Telegram.AddFault(Fault.TooManyRequests(2) with { Method = "editMessageText" });
        await _child.PressesAsync("Сейчас опасно");
        await _child.PressesAsync("Сейчас опасно");
        Assert.Contains("позвонить 102", _child.Screen.Text, StringComparison.Ordinal);
        await _child.PressesAsync("Это не так");
        await UntilNothingIsOwedAsync();

        Assert.DoesNotContain("позвонить 102", _child.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_does_not_wait_behind_another_reply_that_is_owed()
    {
        _host.Telegram.AddFault(Fault.TooManyRequests(3600) with { Method = "editMessageText" });
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "editMessageText" });
        await _child.PressesAsync("Русский");
        await _child.PressesAsync("Қазір қауіпті");

        await _host.Telegram.WaitForBotMessageAsync(41, message => message.Text!.Contains("102", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_is_not_caught_up_on_in_a_chat_that_was_cleared()
    {
        await _child.PressesAsync("Русский");
        _host.Telegram.AddFault(Fault.TooManyRequests(2) with { Method = "editMessageText" });
        await _child.PressesAsync("Сейчас опасно");
        await _child.TypesAsync("/hide");
        await UntilNothingIsOwedAsync();

        Assert.DoesNotContain("102", _child.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calm_words_that_did_not_come_through_are_caught_up_on()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new Turns.TestFlow());
        var child = host.Child(41);
        host.Telegram.AddFault(Fault.TooManyRequests(1) with { Method = "sendMessage" });
        await child.TypesAsync("break");

        await host.Telegram.WaitForBotMessageAsync(41, message => message.Text!.Contains("112", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_press_whose_answer_is_lost_has_its_effect_all_the_same()
    {
        _host.Telegram.AddFault(Fault.Refuse(400, "Bad Request: query is too old and response timeout expired or query ID is invalid") with { Method = "answerCallbackQuery" });
        await _child.PressesAsync("Русский");

        Assert.Contains("безопасно", _child.Screen.Text, StringComparison.Ordinal);
    }

    /// <summary>The sweep looks every second, and nothing of it shows in the chat.</summary>
    private async Task UntilNothingIsOwedAsync()
    {
        for (var i = 0; i < 100; i++)
        {
            await using var db = _host.Db();
            if (!await db.Outbox.AnyAsync(row => row.Kind == OutboxKind.Show))
                return;
            await Task.Delay(100);
        }

        Assert.Fail("A reply is still owed.");
    }
}
