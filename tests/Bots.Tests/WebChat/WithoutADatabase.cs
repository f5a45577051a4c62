using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Bots.Conversation.Spool;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.WebChat;

public sealed class WithoutADatabase(WebChatHost host) : IClassFixture<WebChatHost>
{
    [Fact]
    public async Task A_post_is_kept_and_answered_with_calm_words_and_has_one_effect()
    {
        using var client = await host.Client().OpenAsync();
        var press = new { type = "message", text = "SOS", channelData = new { clientActivityID = "sos", choice = "report:danger:danger" } };
        await using (await host.WithoutDatabaseAsync())
        {
            for (var i = 0; i < 2; i++)
            {
                using var kept = await client.PostAsync(press);
                Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
                var words = (await DirectLineClient.JsonAsync(kept))["kept"]!;
                Assert.Contains("102", words["text"]!.GetValue<string>(), StringComparison.Ordinal);
            }
        }

        await EmptiedAsync(client);
        await client.TakenAsync(press);
        await using var db = host.Db();
        var key = host.Services.GetRequiredService<BlindIndex>().Conversation(ChannelKind.WebChat, client.Conversation).ToBytes();

        Assert.Equal(1, await db.Signals.CountAsync(signal => signal.ConversationKey == key));
        Assert.Equal(2, (await client.LinesAsync()).Count);
    }

    [Fact]
    public async Task Reading_is_told_to_come_again_and_opening_goes_on()
    {
        using var before = await host.Client().OpenAsync();
        await using (await host.WithoutDatabaseAsync())
        {
            using var read = await before.SendAsync(HttpMethod.Get, $"conversations/{before.Conversation}/activities", null);
            using var after = await host.Client().OpenAsync();

            Assert.Equal(HttpStatusCode.ServiceUnavailable, read.StatusCode);
            Assert.NotEmpty(after.Conversation);
        }
    }

    [Fact]
    public async Task A_stream_outlives_it()
    {
        using var client = await host.Client().OpenAsync();
        using var stream = await client.StreamAsync();
        await using (await host.WithoutDatabaseAsync())
        {
            using var kept = await client.PostAsync(new { type = "message", text = "hello", channelData = new { clientActivityID = "h" } });
        }

        var lines = await stream.TakeAsync(2);
        Assert.Equal("hello", lines[0]["text"]!.GetValue<string>());
        Assert.Equal("h", lines[0]["channelData"]!["clientActivityID"]!.GetValue<string>());
    }

    /// <summary>What was kept is in the database.</summary>
    private async Task EmptiedAsync(DirectLineClient client)
    {
        var spool = host.Services.GetRequiredService<TurnSpool>();
        var key = host.Services.GetRequiredService<BlindIndex>().Conversation(ChannelKind.WebChat, client.Conversation);
        for (var left = 500; spool.Holds(key); left--)
        {
            Assert.True(left > 0, "The spool was not emptied.");
            await Task.Delay(20);
        }
    }
}
