using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Senim.Bots.Tests.WebChat;

public sealed class BadInput(WebChatHost host) : IClassFixture<WebChatHost>
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("{\"type\":{}}")]
    [InlineData("{\"type\":\"message\",\"text\":\"cut")]
    public async Task What_is_no_activity_is_refused_in_a_few_words(string body)
    {
        using var client = await host.Client().OpenAsync();

        using var response = await client.SendAsync(HttpMethod.Post, $"conversations/{client.Conversation}/activities", body);
        var answer = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Length < 200, answer);
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        using var client = await host.Client().OpenAsync();
        var deep = $"{{\"type\":\"message\",\"value\":{new string('[', 20_000)}{new string(']', 20_000)}}}";

        using var response = await client.SendAsync(HttpMethod.Post, $"conversations/{client.Conversation}/activities", deep);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task More_than_64_KB_is_refused_and_nothing_is_stored()
    {
        using var client = await host.Client().OpenAsync();

        using var response = await client.PostAsync(new { type = "message", text = new string('x', 70_000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(await client.LinesAsync());
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("conversationUpdate")]
    [InlineData("messageReaction")]
    [InlineData("invoke")]
    [InlineData("something/else")]
    [InlineData("event")]
    public async Task Kinds_that_mean_nothing_here_are_answered_and_passed_over(string type)
    {
        using var client = await host.Client().OpenAsync();

        await client.TakenAsync(new { type, name = "anything" });
        await using var db = host.Db();

        Assert.Empty(await client.LinesAsync());
        Assert.Equal(0, await db.Conversations.CountAsync(row => row.LastActivity == 0));
    }

    [Fact]
    public async Task Members_of_the_wrong_type_do_not_cost_the_words_beside_them()
    {
        using var client = await host.Client().OpenAsync();

        using var response = await client.SendAsync(
            HttpMethod.Post,
            $"conversations/{client.Conversation}/activities",
            "{\"type\":\"message\",\"text\":\"still here\",\"from\":7,\"localTimestamp\":\"never\",\"attachments\":{},\"entities\":\"x\",\"channelData\":[],\"suggestedActions\":1,\"locale\":{}}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("still here", (string?)(await client.LinesAsync())[0]["text"]);
    }

    public static TheoryData<string> HardTexts => new(
        "",
        "   ",
        "🙂🙃",
        "‮abc‬‏",
        new string('ю', 4096),
        "e" + string.Concat(Enumerable.Repeat("́", 10_000)),
        "a\0b",
        "2026-11-23T10:00:00Z",
        "12:30:45",
        "mum:dad:me");

    [Theory]
    [MemberData(nameof(HardTexts))]
    public async Task Hard_texts_are_answered_and_come_back_as_they_were(string text)
    {
        using var client = await host.Client().OpenAsync();

        await client.SayAsync(text);
        var lines = await client.LinesAsync();

        Assert.Equal(2, lines.Count);
        Assert.Equal(text, (string?)lines[0]["text"]);
    }

    [Fact]
    public async Task Half_a_character_is_answered()
    {
        using var client = await host.Client().OpenAsync();

        using var response = await client.SendAsync(
            HttpMethod.Post, $"conversations/{client.Conversation}/activities", "{\"type\":\"message\",\"text\":\"half \\ud83d\"}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("half", (string?)(await client.LinesAsync())[0]["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public async Task A_watermark_that_is_no_number_is_refused(string watermark)
    {
        using var client = await host.Client().OpenAsync();

        using var response = await client.SendAsync(HttpMethod.Get, $"conversations/{client.Conversation}/activities?watermark={watermark}", null);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("nonsense")]
    public async Task An_upload_of_no_known_form_is_refused(string contentType)
    {
        using var client = await host.Client().OpenAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("no parts"));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await client.SendAsync(HttpMethod.Post, $"conversations/{client.Conversation}/upload", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
