using System.Net;

namespace Senim.FakeBotApi.Tests;

public class SettingUp : BotClient
{
    [Fact]
    public async Task A_bot_knows_itself()
    {
        var me = await CallAsync("getMe");

        Assert.Equal((123456, true, "senim_test_bot"), (me["id"]!.GetValue<int>(), me["is_bot"]!.GetValue<bool>(), me["username"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_wrong_token_an_unknown_method_and_another_path_are_refused()
    {
        using var wrong = await GetAsync("/bot123456:wrong/getMe");
        using var elsewhere = await GetAsync("/");

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", await wrong.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal("404 Not Found: method not found", await RefusalAsync("sendMesage"));
    }

    [Fact]
    public async Task Broken_json_is_refused()
    {
        using var http = new HttpClient();
        using var content = new StringContent("{\"chat_id\":", System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync($"{Server.BaseUrl}/bot{Server.Token}/sendMessage", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Commands_and_descriptions_are_kept_by_scope_and_language()
    {
        await CallAsync("setMyCommands", new { commands = new[] { new { command = "start", description = "Бастау" } }, scope = new { type = "all_private_chats" }, language_code = "kk" });
        await CallAsync("setMyDescription", new { description = "About", language_code = "ru" });
        await CallAsync("setMyShortDescription", new { short_description = "Short" });

        Assert.Equal([new MenuCommand("start", "Бастау")], Server.Setup.Commands["all_private_chats/kk"]);
        Assert.Equal("About", Server.Setup.Descriptions["ru"]);
        Assert.Equal("Short", Server.Setup.ShortDescriptions[""]);
        Assert.Single((await CallAsync("getMyCommands", new { scope = new { type = "all_private_chats" }, language_code = "kk" })).AsArray());
        await CallAsync("setMyDescription", new { language_code = "ru" });
        Assert.Empty(Server.Setup.Descriptions);
    }

    [Fact]
    public async Task Their_limits_hold()
    {
        Assert.Equal("400 Bad Request: BOT_COMMAND_INVALID", await RefusalAsync("setMyCommands", new { commands = new[] { new { command = "Start", description = "x" } } }));
        Assert.Equal("400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID", await RefusalAsync("setMyCommands", new { commands = new[] { new { command = "start", description = "" } } }));
        Assert.Equal("400 Bad Request: BOT_COMMANDS_TOO_MUCH", await RefusalAsync("setMyCommands", new { commands = Enumerable.Range(0, 101).Select(i => new { command = $"c{i}", description = "x" }) }));
        Assert.Equal("400 Bad Request: LANG_CODE_INVALID", await RefusalAsync("setMyDescription", new { description = "x", language_code = "kaz" }));
        Assert.Equal("400 Bad Request: description is too long", await RefusalAsync("setMyDescription", new { description = new string('a', 513) }));
        Assert.Equal("400 Bad Request: short_description is too long", await RefusalAsync("setMyShortDescription", new { short_description = new string('a', 121) }));
        Assert.Contains("unsupported type", await RefusalAsync("setMyCommands", new { commands = Array.Empty<object>(), scope = new { type = "everyone" } }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_found_by_its_id_and_downloaded_by_its_path()
    {
        Server.SendVoice(Child, content: [5, 6, 7]);
        var id = (await UpdatesAsync())[0]!["message"]!["voice"]!["file_id"]!.GetValue<string>();

        var file = await CallAsync("getFile", new { file_id = id });
        using var download = await GetAsync($"/file/bot{Server.Token}/{file["file_path"]}");
        using var missing = await GetAsync($"/file/bot{Server.Token}/voice/none.oga");
        using var wrongToken = await GetAsync($"/file/bot1:x/{file["file_path"]}");

        Assert.Equal([5, 6, 7], await download.Content.ReadAsByteArrayAsync());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (missing.StatusCode, wrongToken.StatusCode));
        Assert.StartsWith("400 Bad Request: wrong file_id", await RefusalAsync("getFile", new { file_id = "none" }), StringComparison.Ordinal);
        Server.SendVideo(Child, new byte[20 * 1024 * 1024 + 1]);
        var big = (await UpdatesAsync())[1]!["message"]!["video"]!["file_id"]!.GetValue<string>();
        Assert.Equal("400 Bad Request: file is too big", await RefusalAsync("getFile", new { file_id = big }));
    }

    [Fact]
    public async Task A_group_can_be_left_and_then_not_written_to()
    {
        Server.AddToGroup(-100, "Class", Child);
        Assert.Equal("member", (await UpdatesAsync())[0]!["my_chat_member"]!["new_chat_member"]!["status"]!.GetValue<string>());

        await CallAsync("leaveChat", new { chat_id = -100 });

        Assert.Equal("left", Server.Chat(-100).BotStatus);
        Assert.Equal("403 Forbidden: bot is not a member of the supergroup chat", await RefusalAsync("sendMessage", new { chat_id = -100, text = "x" }));
        Server.SendText(Child, "hi");
        Assert.Equal("400 Bad Request: chat member status can't be changed in private chats", await RefusalAsync("leaveChat", new { chat_id = Child }));
    }
}
