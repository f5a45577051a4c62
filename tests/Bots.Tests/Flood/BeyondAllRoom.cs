using Microsoft.EntityFrameworkCore;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Outbox;

namespace Senim.Bots.Tests.Flood;

/// <summary>One who writes for days, never too fast.</summary>
public sealed class BeyondAllRoom
{
    private const string Danger = "он меня сейчас убьёт";
    private static readonly string Page = new('x', 4_000);

    [Fact]
    public async Task Rows_of_their_own_come_to_an_end_and_what_follows_is_counted()
    {
        await using var host = await FullAsync();
        var events = (await host.EventsAsync()).Count;

        var reply = (await host.SayAsync("one too many", 5000)).Reply;

        Assert.Contains("112", reply!.Text, StringComparison.Ordinal);
        Assert.Equal(events, (await host.EventsAsync()).Count);
        await host.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(events + 1, (await host.EventsAsync()).Count);
        Assert.Equal(1, (await host.ReadAsync()).Content.NotKept);
        Assert.Equal(UnparsedTurns.MostRows, await RowsAsync(host));
    }

    [Fact]
    public async Task Danger_still_raises_and_the_last_words_of_it_are_read()
    {
        await using var host = await FullAsync();
        for (var i = 1; i <= 60; i++)
        {
            await host.SayAsync($"{Danger}, {i} день", 61_000);
            await host.SayAsync($"and so on {i}", 10);
            Assert.Equal(EventLane.Emergency, (await host.EventsAsync())[^1].Lane);
        }

        await host.PassAsync(TimeSpan.FromMinutes(1));
        var content = (await host.ReadAsync()).Content;
        Assert.Equal(Enumerable.Range(11, 50).Select(i => $"{Danger}, {i} день"), content.Story.TakeLast(50).Select(part => part.Text));
        Assert.Equal(70, content.NotKept);
        Assert.Equal(UnparsedTurns.MostRows, await RowsAsync(host));
    }

    /// <summary>A conversation whose room and rows are taken.</summary>
    private static async Task<FloodHost> FullAsync()
    {
        var host = await FloodHost.StartAsync();
        for (var i = 1; i <= 25; i++)
            await host.SayAsync($"{i} {Page}", 5000);
        for (var i = 1; i <= UnparsedTurns.MostRows; i++)
            await host.SayAsync($"a word {i}", 5000);
        Assert.Equal(UnparsedTurns.MostRows, await RowsAsync(host));
        return host;
    }

    private static async Task<int> RowsAsync(FloodHost host)
    {
        await using var db = host.Engine.Db();
        return await db.Unparsed.CountAsync();
    }
}
