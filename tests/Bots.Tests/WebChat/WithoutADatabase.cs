using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.WebChat;

public sealed class WithoutADatabase(WebChatHost host) : IClassFixture<WebChatHost>
{
    [Fact]
    public async Task A_post_is_told_to_come_again_and_then_has_one_effect()
    {
        using var client = await host.Client().OpenAsync();
        var press = new { type = "message", text = "SOS", channelData = new { clientActivityID = "sos", choice = "report:danger:danger" } };
        await using (await host.WithoutDatabaseAsync())
        {
            for (var i = 0; i < 2; i++)
            {
                using var refused = await client.PostAsync(press);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
                Assert.NotNull(refused.Headers.RetryAfter);
            }
        }

        await client.TakenAsync(press);
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
            using var refused = await client.PostAsync(new { type = "message", text = "hello", channelData = new { clientActivityID = "h" } });
        }

        await client.SayAsync("hello", "h");

        Assert.Equal(2, (await stream.TakeAsync(2)).Count);
    }
}
