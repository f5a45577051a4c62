using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Bots.Tests.WebChat;
using Senim.FakeBotApi;
using Senim.Intake.Outbox;

namespace Senim.Bots.Tests.Telegram;

/// <summary>Telegram deletes nothing past 48 hours, so that what is still in the chat goes an hour before.</summary>
public sealed class CleaningBeforeTwoDays : IAsyncLifetime
{
    private const string Told = "меня дразнят в школе";
    private readonly ShiftedClock _clock = new();
    private TelegramHost _host = null!;
    private Child _child = null!;
    private int _sentBefore;

    public async Task InitializeAsync()
    {
        _host = await TelegramHost.ByWebhookAsync(configure: services => services.AddSingleton<TimeProvider>(_clock));
        _child = _host.Child(41);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_was_typed_goes_after_47_hours_though_the_report_was_never_ended()
    {
        await TellAsync();
        Assert.Contains(_child.Chat.UserMessages, message => message.Text == Told);
        Pass(TimeSpan.FromHours(47));

        await _host.Telegram.WaitUntilAsync(() => _child.Chat.UserMessages.Count == 0);
        await UntilNothingIsDueAsync();
        Assert.Equal(1, _host.Telegram.CountCalls("sendMessage") - _sentBefore);
    }

    [Fact]
    public async Task It_does_not_go_before()
    {
        await TellAsync();
        var due = await DueAsync();

        Assert.InRange(due - _child.Chat.UserMessages[0].Date.UtcDateTime, TimeSpan.FromHours(47) - TimeSpan.FromSeconds(1), TimeSpan.FromHours(47));
        Pass(TimeSpan.FromHours(46.9));
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        Assert.Contains(_child.Chat.UserMessages, message => message.Text == Told);
    }

    [Fact]
    public async Task A_call_that_fails_then_is_made_again()
    {
        await TellAsync();
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessages" });
        Pass(TimeSpan.FromHours(47));
        await _host.Telegram.WaitUntilAsync(() => _host.Telegram.CallsOf("deleteMessages").Any(call => !call.Ok));
        _clock.Ahead += TimeSpan.FromMinutes(10);

        await _host.Telegram.WaitUntilAsync(() => _child.Chat.UserMessages.Count == 0);
    }

    [Fact]
    public async Task What_the_child_wants_to_keep_stays()
    {
        await TellAsync();
        await _child.PressesAsync("Не удалять из чата");
        Pass(TimeSpan.FromHours(47));
        await UntilNothingIsDueAsync();

        Assert.Contains(_child.Chat.UserMessages, message => message.Text == Told);
    }

    [Fact]
    public async Task A_message_of_the_bot_that_quotes_the_child_says_how_to_go_on_instead()
    {
        await TellAsync();
        for (var i = 0; i < 25 && _child.Screen.Button("Отправить дежурным") is null; i++)
            await _child.PressesAsync(_child.Screen.Button("Пропустить") is null ? "Готово" : "Пропустить");
        Assert.Contains(Told, _child.Screen.Text, StringComparison.Ordinal);
        Pass(TimeSpan.FromHours(47));
        await _host.Telegram.WaitUntilAsync(() => _child.Screen.Text == "Продолжение ниже.");

        Assert.Equal("Продолжить", Assert.Single(_child.Screen.Buttons).Text);
        await _child.PressesAsync("Продолжить");
        Assert.NotEqual("Продолжение ниже.", _child.Screen.Text);
    }

    [Fact]
    public async Task What_comes_after_that_has_a_time_of_its_own()
    {
        await TellAsync();
        Pass(TimeSpan.FromHours(47));
        await _host.Telegram.WaitUntilAsync(() => _child.Chat.UserMessages.Count == 0);
        await UntilNothingIsDueAsync();
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessage" });
        await _child.TypesAsync("это ещё не кончилось");
        Assert.NotEmpty(_child.Chat.UserMessages);
        Pass(TimeSpan.FromHours(47));

        await _host.Telegram.WaitUntilAsync(() => _child.Chat.UserMessages.Count == 0);
    }

    [Fact]
    public async Task What_waits_says_nothing_about_anybody()
    {
        await TellAsync();
        await using var db = _host.Db();
        var row = await db.Outbox.AsNoTracking().SingleAsync(row => row.Kind == OutboxKind.Clean);

        Assert.Matches("^[0-9A-Fa-f]{32}$", row.Body);
        Assert.Equal(("Clean", ""), (row.Type, row.RoutingKey));
    }

    /// <summary>A message that Telegram did not remove when it was asked to.</summary>
    private async Task TellAsync()
    {
        await _child.TypesAsync("/start");
        await _child.PressesAsync("Русский");
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessage" });
        _sentBefore = _host.Telegram.CountCalls("sendMessage");
        await _child.TypesAsync(Told);
    }

    private void Pass(TimeSpan time)
    {
        _host.Telegram.AdvanceClock(time);
        _clock.Ahead += time;
    }

    private async Task<DateTime> DueAsync()
    {
        await using var db = _host.Db();
        return (await db.Outbox.AsNoTracking().SingleAsync(row => row.Kind == OutboxKind.Clean)).DueUtc;
    }

    private async Task UntilNothingIsDueAsync()
    {
        for (var i = 0; i < 100; i++)
        {
            await using var db = _host.Db();
            if (!await db.Outbox.AnyAsync(row => row.Kind == OutboxKind.Clean))
                return;
            await Task.Delay(100);
        }

        Assert.Fail("A chat is still to be cleaned.");
    }
}
