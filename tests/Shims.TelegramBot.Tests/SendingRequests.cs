using System.Text.Json.Nodes;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Senim.Shims.TelegramBot.Tests;

public class SendingRequests
{
    private const string MessageAnswer = """{"ok":true,"result":{"message_id":5,"date":1700000000,"chat":{"id":42,"type":"private"},"text":"hi"}}""";
    private const string TrueAnswer = """{"ok":true,"result":true}""";
    private readonly ScriptedServer _server = new();

    [Fact]
    public async Task A_message_is_posted_as_json_to_the_method_of_the_bot()
    {
        var message = await _server.Answer(MessageAnswer).CreateClient().SendMessage(42, "hi");

        var sent = Assert.Single(_server.Sent);
        Assert.Equal("POST", sent.Method);
        Assert.Equal($"http://127.0.0.1:8081/bot{ScriptedServer.Token}/sendMessage", sent.Url);
        Assert.Equal("application/json; charset=utf-8", sent.ContentType);
        SameJson("""{"chat_id":42,"text":"hi"}""", sent.Body);
        Assert.Equal(5, message.Id);
        Assert.Equal(42, message.Chat.Id);
    }

    [Fact]
    public async Task Every_parameter_of_a_message_reaches_the_wire_under_its_name()
    {
        await _server.Answer(MessageAnswer).CreateClient().SendMessage(
            "@channel",
            "<b>hi</b>",
            parseMode: ParseMode.Html,
            replyParameters: 7,
            replyMarkup: InlineKeyboardButton.WithCallbackData("A", "a"),
            linkPreviewOptions: LinkPreviewOptions.Disabled,
            messageThreadId: 0,
            entities: [new MessageEntity { Type = MessageEntityType.BotCommand, Offset = 1, Length = 2 }],
            disableNotification: true,
            protectContent: true);

        SameJson(
            """{"chat_id":"@channel","text":"<b>hi</b>","message_thread_id":0,"parse_mode":"Html","entities":[{"type":"bot_command","offset":1,"length":2}],"link_preview_options":{"is_disabled":true},"disable_notification":true,"protect_content":true,"reply_parameters":{"message_id":7},"reply_markup":{"inline_keyboard":[[{"text":"A","callback_data":"a"}]]}}""",
            _server.Sent[0].Body);
    }

    [Fact]
    public async Task An_edit_without_buttons_can_take_the_old_ones_away()
    {
        var client = _server.Answer(MessageAnswer).Answer(MessageAnswer).CreateClient();
        await client.EditMessageText(42, 5, "later", replyMarkup: InlineKeyboardMarkup.Empty());
        await client.EditMessageText(42, 5, "later", parseMode: ParseMode.MarkdownV2);

        Assert.EndsWith("/editMessageText", _server.Sent[0].Url, StringComparison.Ordinal);
        SameJson("""{"chat_id":42,"message_id":5,"text":"later","reply_markup":{"inline_keyboard":[]}}""", _server.Sent[0].Body);
        SameJson("""{"chat_id":42,"message_id":5,"text":"later","parse_mode":"MarkdownV2"}""", _server.Sent[1].Body);
    }

    [Fact]
    public async Task An_edit_of_an_inline_message_names_it_and_no_chat()
    {
        await _server.Answer(TrueAnswer).CreateClient().EditMessageText("inline-1", "later");

        SameJson("""{"inline_message_id":"inline-1","text":"later"}""", _server.Sent[0].Body);
    }

    [Fact]
    public async Task Get_me_has_no_body()
    {
        var me = await _server.Answer("""{"ok":true,"result":{"id":123456,"is_bot":true,"first_name":"Senim"}}""").CreateClient().GetMe();

        Assert.Null(_server.Sent[0].Body);
        Assert.True(me.IsBot);
    }

    [Fact]
    public async Task Get_updates_writes_an_offset_of_zero_and_the_kinds_it_wants()
    {
        var updates = await _server.Answer("""{"ok":true,"result":[]}""").CreateClient()
            .GetUpdates(offset: 0, limit: 100, timeout: 50, allowedUpdates: [UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember]);

        Assert.Empty(updates);
        SameJson("""{"offset":0,"limit":100,"timeout":50,"allowed_updates":["message","callback_query","my_chat_member"]}""", _server.Sent[0].Body);
    }

    [Fact]
    public async Task A_certificate_makes_the_request_multipart_with_a_reference_to_the_stream()
    {
        using var certificate = new MemoryStream("-----BEGIN"u8.ToArray());
        await _server.Answer(TrueAnswer).CreateClient().SetWebhook(
            "https://example.org/hook", certificate: certificate, maxConnections: 4, allowedUpdates: [UpdateType.Message], secretToken: "s");

        Assert.StartsWith("multipart/form-data", _server.Sent[0].ContentType, StringComparison.Ordinal);
        Assert.Contains("attach://0", _server.Sent[0].Body, StringComparison.Ordinal);
        Assert.Contains("-----BEGIN", _server.Sent[0].Body, StringComparison.Ordinal);
        Assert.Contains("""["message"]""", _server.Sent[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_small_methods_send_their_parameters()
    {
        for (var i = 0; i < 8; i++)
            _server.Answer(TrueAnswer);
        var client = _server.CreateClient();
        await client.AnswerCallbackQuery("q1", "Ok", showAlert: true, cacheTime: 0);
        await client.DeleteMessage(42, 5);
        await client.DeleteMessages(42, [5, 6]);
        await client.SetMyCommands([new BotCommand("start", "Start")], BotCommandScope.AllPrivateChats(), "kk");
        await client.SetMyCommands([("start", "Start")], BotCommandScope.ChatMember(42, 43));
        await client.SetMyDescription("About", "ru");
        await client.SetMyShortDescription("Short");
        await client.DeleteWebhook(dropPendingUpdates: false);

        (string Method, string Body)[] expected =
        [
            ("answerCallbackQuery", """{"callback_query_id":"q1","text":"Ok","show_alert":true,"cache_time":0}"""),
            ("deleteMessage", """{"chat_id":42,"message_id":5}"""),
            ("deleteMessages", """{"chat_id":42,"message_ids":[5,6]}"""),
            ("setMyCommands", """{"commands":[{"command":"start","description":"Start"}],"scope":{"type":"all_private_chats"},"language_code":"kk"}"""),
            ("setMyCommands", """{"commands":[{"command":"start","description":"Start"}],"scope":{"type":"chat_member","chat_id":42,"user_id":43}}"""),
            ("setMyDescription", """{"description":"About","language_code":"ru"}"""),
            ("setMyShortDescription", """{"short_description":"Short"}"""),
            ("deleteWebhook", "{}"),
        ];
        Assert.Equal(expected.Select(call => call.Method), _server.Sent.Select(sent => sent.Url[(sent.Url.LastIndexOf('/') + 1)..]));
        Assert.All(expected.Zip(_server.Sent), pair => SameJson(pair.First.Body, pair.Second.Body));
    }

    [Fact]
    public async Task A_request_that_answers_a_webhook_names_its_method()
    {
        var request = new AnswerCallbackQueryRequest { CallbackQueryId = "q1", IsWebhookResponse = true };

        var content = request.ToHttpContent();

        Assert.NotNull(content);
        SameJson("""{"method":"answerCallbackQuery","callback_query_id":"q1"}""", await content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_file_is_downloaded_from_the_file_path_of_the_bot()
    {
        _server.Answer("""{"ok":true,"result":{"file_id":"f","file_unique_id":"u","file_size":3,"file_path":"voice/file_1.oga"}}""").Answer("abc");
        var client = _server.CreateClient();
        using var destination = new MemoryStream();

        var file = await client.GetFile("f");
        await client.DownloadFile(file, destination);

        Assert.Equal("GET", _server.Sent[1].Method);
        Assert.Equal($"http://127.0.0.1:8081/file/bot{ScriptedServer.Token}/voice/file_1.oga", _server.Sent[1].Url);
        Assert.Equal("abc"u8.ToArray(), destination.ToArray());
    }

    [Fact]
    public async Task The_events_see_each_request_and_each_answer()
    {
        var seen = new List<string>();
        var client = _server.Answer(MessageAnswer).CreateClient();
        client.OnMakingApiRequest += (_, args, _) =>
        {
            seen.Add(args.Request.MethodName);
            return ValueTask.CompletedTask;
        };
        client.OnApiResponseReceived += (_, args, _) =>
        {
            seen.Add($"{args.ApiRequestEventArgs.Request.MethodName} {(int)args.ResponseMessage.StatusCode}");
            return ValueTask.CompletedTask;
        };

        await client.SendMessage(42, "hi");

        Assert.Equal(["sendMessage", "sendMessage 200"], seen);
    }

    /// <summary>The order of fields and the way letters are escaped are the writer's own affair.</summary>
    private static void SameJson(string expected, string? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual!)), $"Expected {expected}, sent {actual}");
}
