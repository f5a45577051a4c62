using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.WebChat;

public sealed class SayingThings(WebChatHost host) : IClassFixture<WebChatHost>
{
    [Fact]
    public async Task A_press_is_echoed_with_its_label_and_answered_with_buttons()
    {
        using var client = await host.Client().OpenAsync();

        var id = await client.PressAsync("report:language:ru", "Русский", "press-1");
        var lines = await client.LinesAsync();

        Assert.Equal($"{client.Conversation}|0000001", id);
        Assert.Equal([id, $"{client.Conversation}|0000002"], lines.Select(line => (string)line["id"]!));
        Assert.Equal(("Русский", "user", "press-1"), (Text(lines[0]), Role(lines[0]), (string?)lines[0]["channelData"]!["clientActivityID"]));
        Assert.Equal(("bot", "ru", "AskSafe"), (Role(lines[1]), (string?)lines[1]["locale"], (string?)lines[1]["channelData"]!["state"]));
        var buttons = lines[1]["suggestedActions"]!["actions"]!.AsArray();
        Assert.Contains(buttons, button => (string?)button!["value"] == "report:safe:not_safe" && (string?)button["type"] == "postBack");
        Assert.Equal(buttons.Count, lines[1]["channelData"]!["rows"]!.AsArray().Sum(count => (int)count!));
        Assert.Single(buttons, button => (bool?)button!["channelData"]?["danger"] == true);
    }

    [Theory]
    [InlineData("{\"type\":\"message\",\"text\":\"report:safe:safe\",\"channelData\":{\"clientActivityID\":\"c\",\"postBack\":true}}")]
    [InlineData("{\"type\":\"message\",\"value\":\"report:safe:safe\",\"channelData\":{\"clientActivityID\":\"c\",\"postBack\":true}}")]
    [InlineData("{\"type\":\"message\",\"value\":{\"choice\":\"report:safe:safe\"},\"channelData\":{\"clientActivityID\":\"c\"}}")]
    [InlineData("{\"type\":\"message\",\"text\":\"Yes, safe\",\"value\":\"report:safe:safe\",\"channelData\":{\"clientActivityID\":\"c\",\"messageBack\":{\"displayText\":\"Yes, safe\"}}}")]
    public async Task Every_way_in_which_clients_send_a_press_is_the_press_and_shows_its_label(string activity)
    {
        using var client = await host.Client().OpenAsync();
        await client.PressAsync("report:language:en");

        await client.TakenAsync(JsonNode.Parse(activity)!);
        var lines = await client.LinesAsync("2");

        Assert.Equal("Yes, safe", Text(lines[0]));
        Assert.Equal("AskForWhom", State(lines[1]));
    }

    [Fact]
    public async Task The_first_press_of_a_client_without_labels_shows_the_label_of_the_first_question()
    {
        using var client = await host.Client().OpenAsync();

        await client.TakenAsync(new { type = "message", text = "report:language:kk", channelData = new { postBack = true } });

        Assert.Equal("Қазақша", Text((await client.LinesAsync())[0]));
    }

    [Fact]
    public async Task The_watermark_leads_from_line_to_line()
    {
        using var client = await host.Client().OpenAsync();
        await client.PressAsync("report:language:en");
        var first = await client.ReadAsync();
        await client.SayAsync("They push me every day");

        var next = await client.ReadAsync((string)first["watermark"]!);
        var none = await client.ReadAsync((string)next["watermark"]!);

        Assert.Equal("2", (string)first["watermark"]!);
        Assert.Equal("They push me every day", Text(next["activities"]!.AsArray()[0]!.AsObject()));
        Assert.Equal("4", (string)next["watermark"]!);
        Assert.Empty(none["activities"]!.AsArray());
        Assert.Equal("4", (string)none["watermark"]!);
    }

    [Fact]
    public async Task A_repeated_post_has_one_effect_and_the_same_id()
    {
        using var client = await host.Client().OpenAsync();
        await client.PressAsync("report:language:en");
        var first = await client.SayAsync("It happens at school", "same");
        await client.SayAsync("And on the way home", "other");

        var second = await client.SayAsync("It happens at school", "same");

        Assert.Equal(first, second);
        Assert.Equal(6, (await client.LinesAsync()).Count);
    }

    [Fact]
    public async Task Two_posts_of_one_activity_at_once_have_one_effect_and_one_id()
    {
        using var client = await host.Client().OpenAsync();

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PressAsync("report:danger:danger", id: "help")));
        await using var db = host.Db();
        var key = host.Services.GetRequiredService<Intake.Privacy.BlindIndex>().Conversation(ChannelKind.WebChat, client.Conversation).ToBytes();

        Assert.Single(ids.Distinct());
        Assert.Equal(2, (await client.LinesAsync()).Count);
        Assert.Equal(1, await db.Signals.CountAsync(signal => signal.ConversationKey == key));
    }

    [Fact]
    public async Task Danger_on_the_first_question_is_a_signal_and_its_answer_is_marked_as_help()
    {
        using var client = await host.Client().OpenAsync();

        await client.PressAsync("report:danger:danger");
        var help = (await client.LinesAsync())[1];

        Assert.True((bool)help["channelData"]!["isDangerHelp"]!);
        Assert.Contains("112", Text(help), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_leaving_only_the_wish_to_leave_and_the_neutral_line_are_told()
    {
        using var client = await host.Client().OpenAsync();
        await client.PressAsync("report:language:en");
        await client.SayAsync("One thing I want to take back");

        await client.PressAsync("report:go:leave", "Leave");
        var lines = await client.LinesAsync();

        Assert.Equal(2, lines.Count);
        Assert.Equal("Leave", Text(lines[0]));
        Assert.True((bool)lines[1]["channelData"]!["clearsChat"]!);
    }

    [Fact]
    public async Task After_hiding_the_lines_before_are_told_to_nobody()
    {
        using var client = await host.Client().OpenAsync();
        await client.PressAsync("report:language:en");
        await client.SayAsync("They take my lunch");
        await client.TakenAsync(new { type = "message", text = "", channelData = new { command = "hide" } });

        var lines = await client.LinesAsync();

        Assert.Equal(["", "Hidden"], lines.Select(line => State(line) ?? Text(line)));
    }

    [Fact]
    public async Task A_file_counts_as_a_file_and_is_answered_calmly()
    {
        using var client = await host.Client().OpenAsync();
        await client.PressAsync("report:language:en");
        using var form = new MultipartFormDataContent();
        var activity = new StringContent("{\"type\":\"message\",\"text\":\"\",\"channelData\":{\"clientActivityID\":\"up\"}}", Encoding.UTF8, "application/vnd.microsoft.activity");
        form.Add(activity, "activity", "blob");
        form.Add(new ByteArrayContent(new byte[200_000]) { Headers = { ContentType = new("image/jpeg") } }, "file", "name-that-is-dropped.jpg");

        using var response = await client.SendAsync(HttpMethod.Post, $"conversations/{client.Conversation}/upload?userId=someone", form);
        var lines = await client.LinesAsync("2");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("up", (string?)lines[0]["channelData"]!["clientActivityID"]);
        Assert.Contains("Only the duty staff open it, and not at once.", Text(lines[1]), StringComparison.Ordinal);
        Assert.DoesNotContain("name-that-is-dropped", lines[0].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_as_the_whole_body_counts_too()
    {
        using var client = await host.Client().OpenAsync();
        await client.PressAsync("report:language:en");

        using var response = await client.SendAsync(
            HttpMethod.Post, $"conversations/{client.Conversation}/upload", new ByteArrayContent(new byte[1000]) { Headers = { ContentType = new("audio/ogg") } });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("A recording, picture or file came", Text((await client.LinesAsync("2"))[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_gets_the_first_question_when_it_opens()
    {
        using var client = await host.Client().OpenAsync();

        await client.TakenAsync(new { type = "event", name = "webchat/join", channelData = new { clientActivityID = "e" } });

        Assert.Equal("AskLanguage", State((await client.LinesAsync())[1]));
    }

    [Fact]
    public async Task Closing_a_page_on_which_nothing_was_said_makes_no_row_and_later_words_are_not_lost()
    {
        using var client = await host.Client().OpenAsync();
        await client.TakenAsync(new { type = "endOfConversation" });
        var rows = (await client.LinesAsync()).Count;

        await client.PressAsync("report:language:en");
        await client.TakenAsync(new { type = "endOfConversation" });
        await client.SayAsync("I am back");

        Assert.Equal(0, rows);
        Assert.Equal(4, (await client.LinesAsync()).Count);
    }

    [Fact]
    public async Task What_a_client_tells_of_its_user_is_kept_nowhere()
    {
        using var client = await host.Client().OpenAsync();
        await client.TakenAsync(new
        {
            type = "message",
            text = "Hello",
            from = new { id = "marker-id", name = "marker-name" },
            localTimezone = "marker/zone",
            entities = new[] { new { type = "ClientCapabilities", marker = "marker-entity" } },
            channelData = new { clientActivityID = "x", marker = "marker-data" },
        });

        Assert.DoesNotContain("marker", (await client.ReadAsync()).ToJsonString(), StringComparison.Ordinal);
    }

    private static string Text(JsonObject line) => (string?)line["text"] ?? "";

    private static string? Role(JsonObject line) => (string?)line["from"]!["role"];

    private static string? State(JsonObject line) => (string?)line["channelData"]?["state"];
}
