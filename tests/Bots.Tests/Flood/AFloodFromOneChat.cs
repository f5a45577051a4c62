using Microsoft.EntityFrameworkCore;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Outbox;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flood;

public sealed class AFloodFromOneChat
{
    private const string Danger = "он меня сейчас убьёт";

    [Fact]
    public async Task Ten_thousand_turns_in_a_minute_are_one_signal_of_bounded_size_and_the_danger_in_it_raises_at_once()
    {
        await using var host = await FloodHost.StartAsync();
        var empty = await host.StoredBytesAsync();
        for (var i = 1; i <= 10_000; i++)
        {
            await host.SayAsync(i == 7_345 ? Danger : i % 3 == 0 ? "again and again" : $"message {i}");
            if (i != 7_345)
                continue;
            Assert.Equal(Urgency.Emergency, (await host.SignalAsync()).Urgency);
            Assert.Equal(EventLane.Emergency, Assert.Single(await host.EventsAsync()).Lane);
            Assert.True(host.LastShown.IsDangerHelp);
        }

        await host.PassAsync(TimeSpan.FromMinutes(2));

        var signal = await host.SignalAsync();
        var events = await host.EventsAsync();
        Assert.Equal(Urgency.Emergency, signal.Urgency);
        Assert.InRange(events.Count, 2, 3);
        Assert.Equal(events.Count, signal.Version);
        var opened = await host.ReadAsync();
        Assert.Contains(Danger, opened.Content.Story.Select(part => part.Text));
        Assert.Contains("message 10000", opened.Content.Story.Select(part => part.Text));
        Assert.InRange(opened.Content.Story.Count, 100, Crowd.MostTurns + (2 * Crowd.MostWords) + 1);
        Assert.Equal(10_000, opened.Content.Story.Count + opened.Content.NotKept);
        Assert.Empty(opened.Unparsed);
        await using (var db = host.Engine.Db())
        {
            Assert.InRange(await db.Deliveries.CountAsync(), 10_000, 10_005);
            Assert.Equal(1, await db.Conversations.CountAsync());
            Assert.Equal(1, await db.DataKeys.CountAsync());
        }

        Assert.InRange(host.Shown, Crowd.MostTurns + 1, Crowd.MostTurns + 3);
        Assert.InRange(await host.StoredBytesAsync() - empty, 0, 200_000);
    }
}
