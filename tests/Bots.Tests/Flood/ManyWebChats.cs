using System.Net;
using Microsoft.EntityFrameworkCore;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.WebChat;

namespace Senim.Bots.Tests.Flood;

public sealed class ManyWebChats(WebChatHost host) : IClassFixture<WebChatHost>
{
    /// <summary>A class at its school's computers: one address, one minute.</summary>
    [Fact]
    public async Task Forty_chats_from_one_address_in_a_minute_are_forty_signals()
    {
        var conversations = new HashSet<string>();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            using var client = await host.Client().OpenAsync();
            await client.PressAsync("report:language:en");
            await client.SayAsync($"they call me names at school, number {i}");
            foreach (var press in (string[])["safe:safe", "forwhom:skip", "what:bullying", "what:done", "story:done", "when:skip", "ongoing:skip", "place:skip", "age:skip", "offender:skip", "recuse:skip", "contact:skip", "review:send"])
                await client.PressAsync($"report:{press}");
            lock (conversations)
                conversations.Add(client.Conversation);
        }));

        Assert.Equal(40, conversations.Count);
        await using var db = host.Db();
        Assert.Equal(40, await db.Signals.Select(signal => signal.ConversationKey).Distinct().CountAsync());
        Assert.Equal(40, await db.Signals.CountAsync());
    }
}

public sealed class AFloodFromOnePage(WebChatHost host) : IClassFixture<WebChatHost>
{
    [Fact]
    public async Task Everything_posted_is_taken_and_the_lines_come_to_an_end()
    {
        using var client = await host.Client().OpenAsync();
        for (var i = 0; i < 4 * Crowd.MostTurns; i++)
        {
            using var response = await client.PostAsync(new { type = "message", text = $"message {i}", channelData = new { clientActivityID = $"c{i}" } });
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotNull((string?)(await DirectLineClient.JsonAsync(response))["id"]);
        }

        await using (var db = host.Db())
            Assert.InRange(await db.Activities.CountAsync(), 3 * Crowd.MostTurns, 4 * Crowd.MostTurns - 1);
        using var danger = await client.PostAsync(new { type = "message", text = "он меня сейчас убьёт", channelData = new { clientActivityID = "danger" } });
        var lines = await client.LinesAsync("150");
        Assert.Contains(lines, line => (string?)line["channelData"]?["clientActivityID"] == "danger");
        Assert.True((bool?)lines[^1]["channelData"]!["isDangerHelp"]);
    }
}
