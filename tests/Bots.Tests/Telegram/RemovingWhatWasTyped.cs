using Senim.FakeBotApi;

namespace Senim.Bots.Tests.Telegram;

/// <summary>What the reporter typed does not stay in the chat.</summary>
public sealed class RemovingWhatWasTyped : IAsyncLifetime
{
    private const string Notice = "из этого чата оно удаляется";
    private TelegramHost _host = null!;
    private Child _child = null!;

    public async Task InitializeAsync()
    {
        _host = await TelegramHost.ByWebhookAsync();
        _child = _host.Child(41);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_child_is_told_once_before_the_first_removal()
    {
        await BeginAsync();
        await _child.TypesAsync("мне нужен совет");
        Assert.Contains(Notice, _child.Screen.Text, StringComparison.Ordinal);
        await _child.TypesAsync("это про школу");

        Assert.DoesNotContain(Notice, _child.Screen.Text, StringComparison.Ordinal);
        Assert.All(_child.Chat.UserMessages, message => Assert.Equal("/start", message.Text));
    }

    [Fact]
    public async Task A_command_alone_is_no_reason_to_speak_of_removal()
    {
        await _child.TypesAsync("/start");

        Assert.DoesNotContain(Notice, _child.Screen.Text, StringComparison.Ordinal);
        Assert.Equal("/start", Assert.Single(_child.Chat.UserMessages).Text);
    }

    [Fact]
    public async Task Nothing_is_removed_while_the_child_could_not_be_told()
    {
        await BeginAsync();
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "sendMessage" });
        await _child.TypesAsync("мне нужен совет");
        Assert.Empty(_host.Telegram.CallsOf("deleteMessage"));

        await _host.Telegram.WaitForBotMessageAsync(41, message => message.Text!.Contains(Notice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_told_in_all_languages_to_one_whose_language_nothing_shows()
    {
        await _child.TypesAsync("12345");

        foreach (var words in (string[])["осы чаттан", Notice, "removed from this chat"])
            Assert.Contains(words, _child.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_stands_above_it()
    {
        await BeginAsync();
        await _child.TypesAsync("он с ножом, помогите");

        var text = _child.Screen.Text!;
        Assert.InRange(text.IndexOf("102", StringComparison.Ordinal), 0, text.IndexOf(Notice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_press_lets_what_is_typed_from_then_on_stay()
    {
        await BeginAsync();
        await _child.TypesAsync("мне нужен совет");
        await _child.PressesAsync("Не удалять из чата");
        Assert.Contains("останутся в чате", _child.Screen.Text, StringComparison.Ordinal);
        await _child.TypesAsync("это про школу");

        Assert.Contains(_child.Chat.UserMessages, message => message.Text == "это про школу");
        Assert.Null(_child.Screen.Button("Не удалять из чата"));
    }

    [Fact]
    public async Task The_button_for_danger_stays_last()
    {
        await BeginAsync();
        await _child.TypesAsync("мне нужен совет");

        Assert.NotNull(_child.Screen.Button("Не удалять из чата"));
        Assert.Equal("Сейчас опасно", _child.Screen.Buttons.Last().Text);
    }

    [Fact]
    public async Task At_the_receipt_what_is_still_there_is_removed_once_more()
    {
        await BeginAsync();
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessage", Times = 2 });
        await _child.TypesAsync("меня дразнят в школе");
        await _child.TypesAsync("каждый день");
        Assert.Equal(3, _child.Chat.UserMessages.Count);
        await SendReportAsync();

        Assert.Empty(_child.Chat.UserMessages);
        Assert.Single(_child.Chat.BotMessages);
    }

    [Fact]
    public async Task Hiding_clears_both_sides_and_one_line_without_buttons_stays()
    {
        await BeginAsync();
        await _child.PressesAsync("Да, безопасно");
        await _child.SendsAsync((telegram, chat) => telegram.SendPhoto(chat, "вот"));
        await _child.TypesAsync("меня дразнят в школе");
        await _child.TypesAsync("/hide");

        Assert.Equal("Чат очищен.", Assert.Single(_child.Chat.Messages).Text?.Split('\n')[0]);
        Assert.Empty(_child.Screen.Buttons);
    }

    [Fact]
    public async Task Leaving_by_a_button_clears_both_sides()
    {
        await BeginAsync();
        await _child.TypesAsync("меня дразнят в школе");
        await _child.PressesAsync("Очистить и выйти");

        Assert.Empty(Assert.Single(_child.Chat.Messages).Buttons);
    }

    [Fact]
    public async Task Hiding_is_repeated_until_the_chat_is_clear()
    {
        await BeginAsync();
        await _child.SendsAsync((telegram, chat) => telegram.SendPhoto(chat));
        _host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessages", Times = 3 });
        await _child.TypesAsync("/hide");
        await _host.Telegram.WaitUntilAsync(() => _child.Chat.Messages.Count == 1);

        Assert.StartsWith("Чат очищен.", _child.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_message_past_48_hours_does_not_keep_the_others_in_the_chat()
    {
        await BeginAsync();
        await _child.SendsAsync((telegram, chat) => telegram.SendPhoto(chat));
        _host.Telegram.AdvanceClock(TimeSpan.FromHours(49));
        await _child.SendsAsync((telegram, chat) => telegram.SendVoice(chat));
        await _child.TypesAsync("/hide");

        Assert.Equal(["photo"], _child.Chat.UserMessages.Where(message => message.Text != "/start").Select(message => message.Kind));
    }

    [Fact]
    public async Task In_a_crowded_minute_every_message_goes_not_only_the_last_ones()
    {
        await BeginAsync();
        await _child.TypesAsync("мне нужен совет");
        for (var i = 0; i < 700; i++)
            _host.Telegram.SendText(41, $"слово {i}");
        await _host.Telegram.WaitUntilDeliveredAsync(TimeSpan.FromMinutes(2));

        Assert.All(_child.Chat.UserMessages, message => Assert.Equal("/start", message.Text));
    }

    private async Task BeginAsync()
    {
        await _child.TypesAsync("/start");
        await _child.PressesAsync("Русский");
    }

    private async Task SendReportAsync()
    {
        for (var i = 0; i < 16 && _child.Screen.Button("Отправить дежурным") is null; i++)
            await _child.PressesAsync(_child.Screen.Button("Пропустить") is null ? "Готово" : "Пропустить");
        await _child.PressesAsync("Отправить дежурным");
    }
}
