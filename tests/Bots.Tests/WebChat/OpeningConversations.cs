using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Senim.Bots.Tests.WebChat;

public sealed class OpeningConversations(WebChatHost host) : IClassFixture<WebChatHost>
{
    [Fact]
    public async Task Opening_makes_no_row()
    {
        await using var before = host.Db();
        var rows = await before.Conversations.CountAsync();

        using var client = await host.Client().OpenAsync();

        Assert.Equal(32, client.Conversation.Length);
        Assert.Equal(rows, await before.Conversations.CountAsync());
        Assert.Equal(0, await before.DataKeys.CountAsync(key => !before.Conversations.Any(row => row.DataKeyId == key.Id)));
    }

    [Fact]
    public async Task The_answer_tells_id_token_life_and_stream()
    {
        using var client = host.Client();
        using var generated = await client.SendAsync(HttpMethod.Post, "tokens/generate", "{\"user\":{\"id\":\"dl_1\",\"name\":\"someone\"}}");
        var first = await DirectLineClient.JsonAsync(generated);
        client.Token = (string)first["token"]!;
        using var opened = await client.SendAsync(HttpMethod.Post, "conversations", null);
        var second = await DirectLineClient.JsonAsync(opened);

        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        Assert.Equal((string)first["conversationId"]!, (string)second["conversationId"]!);
        Assert.Equal(1800, (int)second["expires_in"]!);
        Assert.StartsWith($"ws://127.0.0.1:{host.Address.Port}/v3/directline/conversations/{second["conversationId"]}/stream?", (string)second["streamUrl"]!, StringComparison.Ordinal);
        Assert.Equal("no-store", opened.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("POST", "tokens/refresh")]
    [InlineData("POST", "conversations")]
    [InlineData("GET", "conversations/{id}")]
    [InlineData("GET", "conversations/{id}/activities")]
    [InlineData("POST", "conversations/{id}/activities")]
    [InlineData("POST", "conversations/{id}/upload")]
    [InlineData("GET", "conversations/{id}/stream")]
    public async Task Without_a_token_everything_is_refused(string method, string path)
    {
        using var client = await host.Client().OpenAsync();
        client.Token = "";

        using var response = await client.SendAsync(new HttpMethod(method), path.Replace("{id}", client.Conversation, StringComparison.Ordinal), null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_token_with_any_byte_changed_opens_nothing()
    {
        using var client = await host.Client().OpenAsync();
        var token = client.Token;
        for (var i = 0; i < token.Length; i++)
        {
            // The lowest bits of a last character may stand for nothing; the highest always does.
            const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            var value = Letters.IndexOf(token[i], StringComparison.Ordinal);
            var forged = new StringBuilder(token) { [i] = value < 0 ? 'A' : Letters[value ^ 32] }.ToString();
            client.Token = forged;
            using var response = await client.SendAsync(HttpMethod.Get, $"conversations/{client.Conversation}/activities", null);

            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"Character {i} made no difference.");
        }
    }

    [Fact]
    public async Task A_token_opens_only_its_own_conversation()
    {
        using var mine = await host.Client().OpenAsync();
        using var theirs = await host.Client().OpenAsync();
        await theirs.PressAsync("report:language:en");

        using var read = await mine.SendAsync(HttpMethod.Get, $"conversations/{theirs.Conversation}/activities", null);
        using var said = await mine.SendAsync(HttpMethod.Post, $"conversations/{theirs.Conversation}/activities", "{\"type\":\"message\",\"text\":\"x\"}");
        using var unknown = await mine.SendAsync(HttpMethod.Get, "conversations/elsewhere/activities", null);

        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, said.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(2, (await theirs.LinesAsync()).Count);
    }

    [Fact]
    public async Task A_token_lives_half_an_hour_and_is_renewed_before_that()
    {
        using var client = await host.Client().OpenAsync();
        var first = client.Token;
        try
        {
            host.Clock.Ahead = TimeSpan.FromMinutes(29);
            using var refreshed = await client.SendAsync(HttpMethod.Post, "tokens/refresh", null);
            var second = (string)(await DirectLineClient.JsonAsync(refreshed))["token"]!;

            host.Clock.Ahead = TimeSpan.FromMinutes(31);
            using var old = await client.SendAsync(HttpMethod.Post, "tokens/refresh", null);
            client.Token = second;
            using var renewed = await client.SendAsync(HttpMethod.Get, $"conversations/{client.Conversation}/activities", null);

            Assert.NotEqual(first, second);
            Assert.Equal(HttpStatusCode.Forbidden, old.StatusCode);
            Assert.Equal("TokenExpired", (string)(await DirectLineClient.JsonAsync(old))["error"]!["code"]!);
            Assert.Equal(HttpStatusCode.OK, renewed.StatusCode);
        }
        finally
        {
            host.Clock.Ahead = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task A_conversation_whose_key_was_destroyed_has_ended()
    {
        using var client = await host.Client().OpenAsync();
        await client.PressAsync("report:language:ru");
        await using (var db = host.Db())
            await db.DataKeys.ExecuteDeleteAsync();

        using var again = await client.SendAsync(HttpMethod.Get, $"conversations/{client.Conversation}", null);

        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Empty(await client.LinesAsync());
    }

    [Fact]
    public async Task Pages_of_other_sites_may_ask()
    {
        using var client = host.Client();
        using var preflight = await client.SendAsync(HttpMethod.Options, "conversations", null);
        using var generated = await client.SendAsync(HttpMethod.Post, "tokens/generate", null);
        using var refused = await client.SendAsync(HttpMethod.Post, "tokens/refresh", null);

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("authorization, content-type, x-ms-bot-agent, x-requested-with", string.Join(", ", preflight.Headers.GetValues("Access-Control-Allow-Headers")));
        Assert.All((HttpResponseMessage[])[preflight, generated, refused], each => Assert.Equal("*", each.Headers.GetValues("Access-Control-Allow-Origin").Single()));
    }
}
