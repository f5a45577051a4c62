using System.Text.Json.Nodes;

namespace Senim.FakeBotApi.Tests;

public class SendingAndEditing : BotClient
{
    [Fact]
    public async Task A_message_appears_in_the_chat_of_its_user()
    {
        Server.SendText(Child, "/start");

        var message = await CallAsync("sendMessage", new { chat_id = Child, text = "  Hello ", reply_markup = Keyboard("Yes", "y"), disable_notification = true });

        var seen = Server.Chat(Child).LastBotMessage!;
        Assert.Equal(message["message_id"]!.GetValue<int>(), seen.Id);
        Assert.Equal("Hello", seen.Text);
        Assert.Equal("y", seen.Button("Yes")!.CallbackData);
        Assert.True(seen.Silent);
        Assert.Equal(["/start", "Hello"], Server.Chat(Child).Messages.Select(entry => entry.Text));
    }

    [Fact]
    public async Task Nobody_is_written_to_who_never_wrote()
    {
        Assert.Equal("400 Bad Request: chat not found", await RefusalAsync("sendMessage", new { chat_id = 999, text = "x" }));
        Assert.Equal("400 Bad Request: chat_id is empty", await RefusalAsync("sendMessage", new { text = "x" }));
    }

    [Theory]
    [InlineData("", "message text is empty")]
    [InlineData(" \n ", "text must be non-empty")]
    public async Task A_text_needs_a_character(string text, string expected)
    {
        Server.SendText(Child, "/start");

        Assert.Equal($"400 Bad Request: {expected}", await RefusalAsync("sendMessage", new { chat_id = Child, text }));
        Assert.Equal("400 Bad Request: message text is empty", await RefusalAsync("sendMessage", new { chat_id = Child }));
    }

    [Fact]
    public async Task A_text_has_at_most_4096_characters_after_its_entities_are_read()
    {
        await SaysAsync(new string('a', 4096));
        await CallAsync("sendMessage", new { chat_id = Child, text = $"<b>{new string('a', 4096)}</b>", parse_mode = "HTML" });

        Assert.Equal("400 Bad Request: message is too long", await RefusalAsync("sendMessage", new { chat_id = Child, text = new string('a', 4097) }));
        Assert.Equal("400 Bad Request: text must be non-empty", await RefusalAsync("sendMessage", new { chat_id = Child, text = "<b></b>", parse_mode = "HTML" }));
    }

    [Theory]
    [InlineData("", "BUTTON_DATA_INVALID")]
    [InlineData("ссссссссссссссссссссссссссссссссa", "BUTTON_DATA_INVALID")]
    public async Task Callback_data_has_1_to_64_bytes(string data, string expected)
    {
        Server.SendText(Child, "/start");
        await CallAsync("sendMessage", new { chat_id = Child, text = "x", reply_markup = Keyboard("A", new string('с', 32)) });

        Assert.Equal($"400 Bad Request: {expected}", await RefusalAsync("sendMessage", new { chat_id = Child, text = "x", reply_markup = Keyboard("A", data) }));
    }

    [Theory]
    [InlineData("""{"inline_keyboard":[[{"text":"A"}]]}""", "Text buttons are unallowed in the inline keyboard")]
    [InlineData("""{"inline_keyboard":[[{"text":"A","callback_data":"a","url":"https://example.org"}]]}""", "exactly one action is allowed")]
    [InlineData("""{"inline_keyboard":[[{"callback_data":"a"}]]}""", "must be non-empty")]
    [InlineData("""{"inline_keyboard":[[{"text":"A","url":"example"}]]}""", "Wrong HTTP URL")]
    [InlineData("""{"inline_keyboard":[{"text":"A","callback_data":"a"}]}""", "must be of type Array")]
    [InlineData("""{"keybord":[]}""", "can't parse reply keyboard markup")]
    public async Task A_keyboard_out_of_form_is_refused(string markup, string expected)
    {
        Server.SendText(Child, "/start");

        Assert.Contains(expected, await RefusalAsync("sendMessage", new { chat_id = Child, text = "x", reply_markup = JsonNode.Parse(markup) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_changes_the_message_in_place()
    {
        var id = await SaysAsync("first", Keyboard("A", "a"));

        var edited = await CallAsync("editMessageText", new { chat_id = Child, message_id = id, text = "second" });

        Assert.NotNull(edited["edit_date"]);
        var seen = Server.Chat(Child).LastBotMessage!;
        Assert.Equal((id, "second"), (seen.Id, seen.Text));
        Assert.Empty(seen.Keyboard);
        Assert.Equal(["first"], seen.EarlierTexts);
    }

    [Fact]
    public async Task An_edit_to_the_same_content_is_refused()
    {
        var id = await SaysAsync("same", Keyboard("A", "a"));

        Assert.StartsWith(
            "400 Bad Request: message is not modified: ",
            await RefusalAsync("editMessageText", new { chat_id = Child, message_id = id, text = "same", reply_markup = Keyboard("A", "a") }),
            StringComparison.Ordinal);
        await CallAsync("editMessageText", new { chat_id = Child, message_id = id, text = "same", reply_markup = Keyboard("A", "b") });
    }

    [Fact]
    public async Task Only_a_message_of_the_bot_that_is_there_can_be_edited()
    {
        var typed = Server.SendText(Child, "hi");
        var id = await SaysAsync("x");
        Server.DeleteByUser(Child, id);

        Assert.Equal("400 Bad Request: message to edit not found", await RefusalAsync("editMessageText", new { chat_id = Child, message_id = id, text = "y" }));
        Assert.Equal("400 Bad Request: message can't be edited", await RefusalAsync("editMessageText", new { chat_id = Child, message_id = typed, text = "y" }));
        Assert.Equal("400 Bad Request: message identifier is not specified", await RefusalAsync("editMessageText", new { chat_id = Child, text = "y" }));
        Assert.Equal("400 Bad Request: inline keyboard expected", await RefusalAsync("editMessageText", new { chat_id = Child, message_id = await SaysAsync("z"), text = "y", reply_markup = new { remove_keyboard = true } }));
    }

    [Fact]
    public async Task A_blocked_bot_is_told_so_until_it_is_unblocked()
    {
        var id = await SaysAsync("x");
        Server.BlockBot(Child);

        Assert.Equal("403 Forbidden: bot was blocked by the user", await RefusalAsync("sendMessage", new { chat_id = Child, text = "y" }));
        Assert.Equal("403 Forbidden: bot was blocked by the user", await RefusalAsync("editMessageText", new { chat_id = Child, message_id = id, text = "y" }));
        Assert.Equal("kicked", (await UpdatesAsync())[^1]!["my_chat_member"]!["new_chat_member"]!["status"]!.GetValue<string>());
        Server.UnblockBot(Child);
        await SaysAsync("y");
    }

    [Fact]
    public async Task A_reply_needs_the_message_it_replies_to()
    {
        var typed = Server.SendText(Child, "hi");

        Assert.Equal(typed, (await CallAsync("sendMessage", new { chat_id = Child, text = "x", reply_parameters = new { message_id = typed } }))["reply_to_message"]!["message_id"]!.GetValue<int>());
        Assert.Equal("400 Bad Request: message to be replied not found", await RefusalAsync("sendMessage", new { chat_id = Child, text = "x", reply_parameters = new { message_id = 9999 } }));
    }

    [Fact]
    public async Task Parameters_may_come_as_a_form_or_in_the_query()
    {
        Server.SendText(Child, "/start");
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["chat_id"] = "4242",
            ["text"] = "by form",
            ["reply_markup"] = """{"inline_keyboard":[[{"text":"A","callback_data":"a"}]]}""",
        });
        using var answer = await http.PostAsync($"{Server.BaseUrl}/bot{Server.Token}/sendmessage", form);
        using var query = await GetAsync($"/bot{Server.Token}/SENDMESSAGE?chat_id=4242&text=by+query");

        Assert.True(answer.IsSuccessStatusCode && query.IsSuccessStatusCode);
        Assert.Equal(["by form", "by query"], Server.Chat(Child).BotMessages.Select(message => message.Text));
        Assert.NotNull(Server.Chat(Child).BotMessages[0].Button("A"));
    }
}
