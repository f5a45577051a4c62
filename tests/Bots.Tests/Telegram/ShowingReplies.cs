using Senim.FakeBotApi;

namespace Senim.Bots.Tests.Telegram;

/// <summary>The bot works in one message.</summary>
public sealed class ShowingReplies : IAsyncLifetime
{
    private TelegramHost _host = null!;
    private Child _child = null!;

    public async Task InitializeAsync()
    {
        _host = await TelegramHost.ByWebhookAsync();
        _child = _host.Child(41);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_press_changes_the_message_in_place()
    {
        await _child.TypesAsync("/start");
        var first = _child.Screen;
        await _child.PressesAsync("Русский");

        Assert.Equal(first.Id, _child.Screen.Id);
        Assert.NotEqual(first.Text, _child.Screen.Text);
        Assert.Equal(1, _host.Telegram.CountCalls("sendMessage"));
    }

    [Fact]
    public async Task Typed_words_are_answered_below_and_the_older_message_goes()
    {
        await _child.TypesAsync("/start");
        var first = _child.Screen;
        var typed = await _child.TypesAsync("мне нужен совет");

        Assert.True(_child.Screen.Id > typed);
        Assert.True(_child.Chat.History.Single(message => message.Id == first.Id).Deleted);
    }

    [Fact]
    public async Task A_press_that_changes_nothing_is_no_failure()
    {
        await _child.TypesAsync("/start");
        await _child.PressesAsync("Русский");
        var before = _child.Screen;
        _host.Telegram.PressStaleButton(41, before.Id, "report:nothing:nothing");
        await _host.Telegram.WaitUntilDeliveredAsync();

        Assert.Contains(_host.Telegram.CallsOf("editMessageText"), call => call.Description?.Contains("not modified", StringComparison.Ordinal) == true);
        Assert.Equal(before.Text, _child.Screen.Text);
        Assert.Equal(1, _host.Telegram.CountCalls("sendMessage"));
        Assert.Empty(_host.Logs.Errors);
    }

    [Fact]
    public async Task A_message_that_the_child_has_deleted_is_followed_by_a_new_one()
    {
        await _child.TypesAsync("/start");
        var gone = _child.Screen;
        _host.Telegram.DeleteByUser(41, gone.Id);
        await _child.PressesAsync(gone, "Русский");

        Assert.NotEqual(gone.Id, _child.Screen.Id);
        Assert.Contains("безопасно", _child.Screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "Bad Request: message to edit not found")]
    [InlineData(400, "Bad Request: message can't be edited")]
    [InlineData(400, "Bad Request: MESSAGE_ID_INVALID")]
    [InlineData(400, "Bad Request: something that Telegram has never said before")]
    public async Task A_message_that_cannot_be_edited_is_followed_by_a_new_one(int code, string description)
    {
        await _child.TypesAsync("/start");
        var old = _child.Screen;
        _host.Telegram.AddFault(Fault.Refuse(code, description) with { Method = "editMessageText" });
        await _child.PressesAsync("Русский");

        Assert.NotEqual(old.Id, _child.Screen.Id);
        Assert.Contains("безопасно", _child.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_on_an_older_message_makes_that_one_the_conversations()
    {
        await _child.TypesAsync("/start");
        var first = _child.Screen;
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessages" });
        await _child.TypesAsync("нужен совет");
        Assert.Equal(2, _child.Chat.BotMessages.Count);
        await _child.PressesAsync(first, "Русский");

        Assert.Equal(first.Id, _child.Screen.Id);
        Assert.Contains("безопасно", _child.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_message_that_could_not_be_deleted_is_deleted_the_next_time()
    {
        await _child.TypesAsync("/start");
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessages" });
        await _child.TypesAsync("нужен совет");
        Assert.Equal(2, _child.Chat.BotMessages.Count);
        await _child.PressesAsync("Русский");

        Assert.Single(_child.Chat.BotMessages);
    }

    [Fact]
    public async Task An_older_message_past_48_hours_becomes_a_line_that_says_nothing()
    {
        await _child.TypesAsync("/start");
        await _child.PressesAsync("Русский");
        _host.Telegram.AdvanceClock(TimeSpan.FromHours(49));
        await _child.TypesAsync("мне нужен совет");

        var old = _child.Chat.BotMessages[0];
        Assert.Equal("Продолжение ниже.", old.Text);
        Assert.Empty(old.Buttons);
        Assert.Equal(2, _child.Chat.BotMessages.Count);
    }

    [Fact]
    public async Task Whatever_is_sent_makes_no_sound_and_shows_no_preview_of_a_link()
    {
        await _child.TypesAsync("https://example.org/album");

        Assert.True(_child.Screen.Silent);
        Assert.Contains("\"is_disabled\":true", Assert.Single(_host.Telegram.CallsOf("sendMessage"))["link_preview_options"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_sent_can_neither_be_forwarded_nor_saved()
    {
        await _child.TypesAsync("/start");
        await _child.PressesAsync("Русский");
        await _child.TypesAsync("мне нужен совет");

        Assert.All(_child.Chat.History.Where(message => message.FromBot), message => Assert.True(message.Protected));
    }

    [Fact]
    public async Task What_is_to_be_carried_to_another_phone_can_be_copied_and_nothing_after_it()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new CodeFlow());
        var child = host.Child(41);
        await child.TypesAsync("hello");
        await child.PressesAsync("Code");
        Assert.False(child.Screen.Protected);
        var code = child.Screen;
        await child.PressesAsync("Code");
        Assert.Equal(code.Id, child.Screen.Id);
        await child.PressesAsync("Back");

        Assert.True(child.Screen.Protected);
        Assert.True(child.Chat.History.Single(message => message.Id == code.Id).Deleted);
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_not_written_to_until_they_write_again()
    {
        await _child.TypesAsync("/start");
        await _child.PressesAsync("Русский");
        _host.Telegram.BlockBot(41);
        await _host.Telegram.WaitUntilDeliveredAsync();
        Assert.True((await StateAsync()).Unreachable);

        _host.Telegram.UnblockBot(41);
        await _child.TypesAsync("мне нужен совет");
        Assert.False((await StateAsync()).Unreachable);
        Assert.Contains(_child.Chat.BotMessages, message => message.Buttons.Any());
    }

    [Fact]
    public async Task A_403_marks_who_cannot_be_reached_and_a_later_message_lifts_it()
    {
        await _child.TypesAsync("/start");
        _host.Telegram.AddFault(Fault.Refuse(403, "Forbidden: bot was blocked by the user") with { Method = "editMessageText" });
        await _child.PressesAsync("Русский");
        await _host.Telegram.WaitUntilAsync(() => StateAsync().GetAwaiter().GetResult().Unreachable, TimeSpan.FromSeconds(5));

        await _child.PressesAsync("Русский");
        Assert.False((await StateAsync()).Unreachable);
    }

    private Task<Conversation.Turns.ConversationState> StateAsync() => _host.StateAsync(41);
}
