using Senim.FakeBotApi;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Senim.Shims.TelegramBot.Tests;

/// <summary>The client against a server that was written without it.</summary>
public class TalkingToAStrictServer : IAsyncLifetime
{
    private const long Child = 4242;
    private FakeBotApiServer _server = null!;
    private TelegramBotClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeBotApiServer.StartAsync();
        _client = CreateClient(retryThreshold: 60);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_conversation_goes_there_and_back()
    {
        _server.DescribeUser(Child, "Aru", languageCode: "kk");
        var typed = _server.SendText(Child, "/start");
        var start = Assert.Single(await _client.GetUpdates(timeout: 5, allowedUpdates: [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember]));
        var sent = await _client.SendMessage(
            start.Message!.Chat, "<b>Сәлем</b>", parseMode: ParseMode.Html, replyMarkup: new InlineKeyboardMarkup(("Қазақша", "kk"), ("Русский", "ru")));
        var query = _server.PressButton(Child, sent.Id, "kk");
        var press = Assert.Single(await _client.GetUpdates(offset: start.Id + 1));
        await _client.AnswerCallbackQuery(press.CallbackQuery!.Id);
        var edited = await _client.EditMessageText(Child, press.CallbackQuery.Message!.Id, "Не болды?", replyMarkup: InlineKeyboardMarkup.Empty());
        await _client.DeleteMessage(Child, typed);

        Assert.Equal("kk", start.Message.From!.LanguageCode);
        Assert.Equal((query, "kk"), (press.CallbackQuery.Id, press.CallbackQuery.Data));
        Assert.NotNull(edited.EditDate);
        Assert.Equal(["Не болды?"], _server.Chat(Child).Messages.Select(message => message.Text));
        Assert.Equal(["Сәлем"], _server.Chat(Child).LastBotMessage!.EarlierTexts);
        Assert.Single(_server.Chat(Child).CallbackAnswers);
    }

    [Fact]
    public async Task Refusals_arrive_in_the_servers_words()
    {
        _server.SendText(Child, "hi");
        var message = await _client.SendMessage(Child, "x");

        Assert.Equal("Bad Request: message to edit not found", (await RefusalAsync(() => _client.EditMessageText(Child, 9999, "x"))).Message);
        Assert.StartsWith("Bad Request: message is not modified", (await RefusalAsync(() => _client.EditMessageText(Child, message.Id, "x"))).Message, StringComparison.Ordinal);
        _server.BlockBot(Child);
        Assert.Equal(403, (await RefusalAsync(() => _client.SendMessage(Child, "x"))).ErrorCode);
    }

    [Fact]
    public async Task A_flood_wait_is_kept_by_the_client_or_left_to_the_caller()
    {
        _server.SendText(Child, "hi");
        _server.AddFault(Fault.TooManyRequests(0) with { Method = "sendMessage" });
        await _client.SendMessage(Child, "after the wait");
        _server.AddFault(Fault.TooManyRequests(9) with { Method = "sendMessage" });

        var refused = await RefusalAsync(() => CreateClient(retryThreshold: 0).SendMessage(Child, "at once"));

        Assert.Equal((429, 9), (refused.ErrorCode, refused.Parameters!.RetryAfter));
        Assert.Equal(["after the wait"], _server.Chat(Child).BotMessages.Select(message => message.Text));
    }

    [Fact]
    public async Task Broken_gateways_and_connections_are_no_refusals()
    {
        _server.AddFault(Fault.BadGateway());
        Assert.Equal(System.Net.HttpStatusCode.BadGateway, (await Assert.ThrowsAsync<RequestException>(() => _client.GetMe())).HttpStatusCode);
        _server.AddFault(Fault.DropRequest());
        var dropped = await Assert.ThrowsAsync<RequestException>(() => _client.GetMe());
        Assert.DoesNotContain(_server.Token, dropped.ToString(), StringComparison.Ordinal);
        var late = CreateClient(0);
        late.Timeout = TimeSpan.FromMilliseconds(50);
        _server.AddFault(Fault.Delay(TimeSpan.FromSeconds(5)));
        Assert.Equal("Bot API Request timed out", (await Assert.ThrowsAsync<RequestException>(() => late.GetMe())).Message);
    }

    [Fact]
    public async Task The_bot_introduces_itself_in_each_language()
    {
        await _client.SetMyCommands([("start", "Бастау")], BotCommandScope.AllPrivateChats(), "kk");
        await _client.SetMyCommands([new BotCommand("start", "Start")]);
        await _client.SetMyDescription("Описание", "ru");
        await _client.SetMyShortDescription("Short");

        Assert.Equal([new MenuCommand("start", "Бастау")], _server.Setup.Commands["all_private_chats/kk"]);
        Assert.Equal([new MenuCommand("start", "Start")], _server.Setup.Commands["default/"]);
        Assert.Equal("Описание", _server.Setup.Descriptions["ru"]);
        Assert.Equal("Short", _server.Setup.ShortDescriptions[""]);
    }

    [Fact]
    public async Task A_webhook_is_set_told_and_deleted()
    {
        using var certificate = new MemoryStream([1, 2, 3]);
        await _client.SetWebhook("https://example.org/hook", certificate: certificate, maxConnections: 5, allowedUpdates: [UpdateType.Message], secretToken: "secret");

        var info = await _client.GetWebhookInfo();
        Assert.Equal(("https://example.org/hook", 5, true), (info.Url, info.MaxConnections, info.HasCustomCertificate));
        Assert.Equal([UpdateType.Message], info.AllowedUpdates);
        Assert.Equal(409, (await RefusalAsync(() => _client.GetUpdates())).ErrorCode);
        await _client.DeleteWebhook(dropPendingUpdates: true);
        Assert.Empty((await _client.GetWebhookInfo()).Url);
    }

    [Fact]
    public async Task A_voice_note_is_downloaded()
    {
        _server.SendVoice(Child, content: [5, 6, 7]);
        var voice = Assert.Single(await _client.GetUpdates()).Message!.Voice!;
        using var destination = new MemoryStream();

        await _client.DownloadFile(await _client.GetFile(voice.FileId), destination);

        Assert.Equal([5, 6, 7], destination.ToArray());
        Assert.Equal(3, voice.FileSize);
        Assert.Equal(404, (await RefusalAsync(() => _client.DownloadFile("voice/none.oga", destination))).ErrorCode);
    }

    [Fact]
    public async Task A_long_poll_is_ended_by_the_caller()
    {
        using var cancellation = new CancellationTokenSource();
        var poll = _client.GetUpdates(timeout: 50, cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => poll);
    }

    [Fact]
    public async Task Being_added_to_a_group_and_blocked_are_changes_of_membership()
    {
        _server.AddToGroup(-100, "Class", Child);
        _server.SendText(Child, "hi");
        _server.BlockBot(Child);

        var changes = (await _client.GetUpdates()).Where(update => update.Type == UpdateType.MyChatMember).Select(update => update.MyChatMember!).ToList();

        Assert.Equal([ChatType.Supergroup, ChatType.Private], changes.Select(change => change.Chat.Type));
        Assert.Equal([ChatMemberStatus.Member, ChatMemberStatus.Kicked], changes.Select(change => change.NewChatMember.Status));
    }

    private TelegramBotClient CreateClient(int retryThreshold) => new(new TelegramBotClientOptions(_server.Token, _server.BaseUrl) { RetryThreshold = retryThreshold });

    private static Task<ApiRequestException> RefusalAsync(Func<Task> call) => Assert.ThrowsAsync<ApiRequestException>(call);
}
