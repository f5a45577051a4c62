using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Senim.Bots.Tests.WebChat;

public sealed class StreamingLines(WebChatHost host) : IClassFixture<WebChatHost>
{
    [Fact]
    public async Task Two_streams_of_one_conversation_both_get_every_line_in_order()
    {
        using var client = await host.Client().OpenAsync();
        using var one = await client.StreamAsync();
        using var two = await client.StreamAsync();

        await client.PressAsync("report:language:en");
        await client.SayAsync("They hide my bag");
        await client.SayAsync("Since September");

        foreach (var stream in (DirectLineStream[])[one, two])
            Assert.Equal(["0000001", "0000002", "0000003", "0000004", "0000005", "0000006"], Numbers(await stream.TakeAsync(6)));
    }

    [Fact]
    public async Task A_stream_opened_later_begins_after_its_watermark()
    {
        using var client = await host.Client().OpenAsync();
        await client.PressAsync("report:language:en");
        await client.SayAsync("They hide my bag");
        using var again = await client.SendAsync(HttpMethod.Get, $"conversations/{client.Conversation}?watermark=2", null);
        using var stream = await client.StreamAsync((string)(await DirectLineClient.JsonAsync(again))["streamUrl"]!);

        Assert.Equal(["0000003", "0000004"], Numbers(await stream.TakeAsync(2)));
    }

    [Fact]
    public async Task Lines_that_were_added_without_a_bell_are_found_by_the_poll()
    {
        using var client = await host.Client().OpenAsync();
        using var stream = await client.StreamAsync();
        await client.PressAsync("report:language:en");
        await stream.TakeAsync(2);

        await using (var db = host.Db())
        {
            // As another node would: the row is there, nothing rings here.
            var row = db.Activities.OrderByDescending(each => each.CreatedUtc).ThenByDescending(each => each.Number).First();
            var keys = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(db.DataKeys, key => key.Id == row.DataKeyId);
            var dataKey = Intake.Privacy.DataKey.Unwrap(host.Keys.Content, keys.Id, keys.Wrapped);
            var line = """{"type":"message","text":"from afar","from":{"id":"senim","role":"bot"}}"""u8.ToArray();
            db.Activities.Add(Conversation.Turns.WebLines.Seal(
                dataKey, Intake.Conversations.ConversationKey.FromBytes(row.ConversationKey), row.Number + 1, line, row.CreatedUtc));
            await db.SaveChangesAsync();
        }

        Assert.Equal("from afar", (string?)(await stream.TakeAsync(1))[0]["text"]);
    }

    [Fact]
    public async Task Frames_from_the_client_say_nothing_and_harm_nothing()
    {
        using var client = await host.Client().OpenAsync();
        using var stream = await client.StreamAsync();
        await stream.Socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, CancellationToken.None);
        await stream.Socket.SendAsync(new byte[5000], WebSocketMessageType.Binary, true, CancellationToken.None);

        await client.PressAsync("report:language:en");

        Assert.Equal(2, (await stream.TakeAsync(2)).Count);
    }

    [Fact]
    public async Task A_stream_that_is_closed_is_closed_from_here_too()
    {
        using var client = await host.Client().OpenAsync();
        using var stream = await client.StreamAsync();

        await stream.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

        Assert.Equal(WebSocketState.Closed, stream.Socket.State);
    }

    [Fact]
    public async Task A_stream_needs_its_own_token()
    {
        using var mine = await host.Client().OpenAsync();
        using var theirs = await host.Client().OpenAsync();
        var stolen = theirs.StreamUrl.Replace(theirs.Token, mine.Token, StringComparison.Ordinal);

        await Assert.ThrowsAsync<WebSocketException>(() => mine.StreamAsync(stolen));
    }

    private static IEnumerable<string> Numbers(IReadOnlyList<JsonObject> lines) => lines.Select(line => ((string)line["id"]!).Split('|')[1]);
}
