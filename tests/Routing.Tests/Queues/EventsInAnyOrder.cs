using Microsoft.EntityFrameworkCore;
using Senim.Intake.Outbox;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

public sealed class EventsInAnyOrder : IAsyncLifetime
{
    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Four_versions_end_in_the_same_item_in_every_order_and_repeated(bool falls)
    {
        var ends = new HashSet<object>();
        foreach (var order in Orders([0, 1, 2, 3]))
        {
            var versions = FourVersions(falls);
            foreach (var i in order)
                await bench.HearAsync(versions[i], versions[i]);
            var item = await bench.HearAsync(versions[order[0]]);
            ends.Add(new
            {
                item.State,
                item.Urgency,
                item.Categories,
                item.UnitCode,
                item.RegionCode,
                item.PlaceCode,
                item.PlaceNowNames,
                item.SignalVersion,
                item.Language,
                item.Source,
                item.IsIncomplete,
                item.IsUnparsed,
                item.ReceivedUtc,
                item.Due,
                item.NextDueUtc,
            });
            Assert.Equal(4, item.History.Count(row =>
                row.Action is QueueAction.Received or QueueAction.Added or QueueAction.Corrected or QueueAction.OlderArrived));
        }

        var end = Assert.Single(ends);
        Assert.Contains("Urgency = Emergency", end.ToString(), StringComparison.Ordinal);
        Assert.Contains($"UnitCode = {Almaly}", end.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_comes_before_the_signal_makes_the_item()
    {
        var signal = bench.Signal(place: null);
        var changed = bench.Next(signal, Urgency.Urgent, Taraz);

        var item = await bench.HearAsync(changed);
        Assert.Equal((Taraz, Urgency.Urgent, QueueState.New), (item.UnitCode, item.Urgency, item.State));

        var after = await bench.HearAsync(signal);
        Assert.Equal((item.Id, Taraz, Urgency.Urgent, 2), (after.Id, after.UnitCode, after.Urgency, after.SignalVersion));
        Assert.Equal([QueueAction.Received, QueueAction.OlderArrived], after.History.Select(row => row.Action));
    }

    [Fact]
    public async Task A_repeated_event_changes_nothing_after_staff_have_acted()
    {
        var signal = bench.Signal();
        var closed = await bench.ClosedAsync(signal);

        var item = await bench.HearAsync(signal, signal);

        Assert.Equal((QueueState.Closed, closed.Version, closed.History.Count), (item.State, item.Version, item.History.Count));
    }

    [Fact]
    public async Task An_older_event_that_comes_after_closing_does_not_reopen()
    {
        var signal = bench.Signal();
        var second = bench.Next(signal);
        await bench.ClosedAsync(second);

        var item = await bench.HearAsync(signal);

        Assert.Equal(QueueState.Closed, item.State);
        Assert.Equal(QueueAction.OlderArrived, item.History[^1].Action);
    }

    [Fact]
    public async Task Many_that_come_together_have_the_effect_that_each_has_alone()
    {
        var first = bench.Signal();
        var other = bench.Signal();
        var third = bench.Next(bench.Next(first, Urgency.Urgent), Urgency.Emergency);
        await bench.Get<IEventTransport>().PublishAsync(
            [Envelope(third), Envelope(first), Envelope(other), Envelope(first)], CancellationToken.None);

        var item = await bench.ItemAsync(first);
        Assert.Equal((2, 3, Urgency.Emergency), (item.Version, item.SignalVersion, item.Urgency));
        Assert.Equal((1, Urgency.Standard), ((await bench.ItemAsync(other)).Version, (await bench.ItemAsync(other)).Urgency));
        await using var db = await bench.OpenDbAsync();
        Assert.Equal(3, await db.Inbox.CountAsync());
    }

    [Fact]
    public async Task One_event_delivered_by_many_at_once_has_one_effect()
    {
        for (var round = 0; round < 10; round++)
        {
            var signal = bench.Signal();
            var second = bench.Next(signal, Urgency.Urgent);
            var transport = bench.Get<IEventTransport>();
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
                transport.PublishAsync([Envelope(i % 2 == 0 ? signal : second)], CancellationToken.None))));

            var item = await bench.ItemAsync(signal);
            Assert.Equal((2, Urgency.Urgent), (item.Version, item.Urgency));
        }

        await using var db = await bench.OpenDbAsync();
        Assert.Equal(20, await db.Inbox.CountAsync());
    }

    [Fact]
    public async Task An_event_that_could_not_be_stored_whole_leaves_nothing_and_is_taken_later()
    {
        var signal = bench.Signal();
        await using var db = await bench.OpenDbAsync();
        await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Full BEFORE INSERT ON Outbox BEGIN SELECT RAISE(ABORT, 'full'); END");
        await Assert.ThrowsAsync<DbUpdateException>(() => bench.HearAsync(signal));
        Assert.Equal((0, 0, 0), (await db.Inbox.CountAsync(), await db.Items.CountAsync(), await db.History.CountAsync()));

        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER Full");
        Assert.Equal(QueueState.New, (await bench.HearAsync(signal)).State);
    }

    private SignalEvent[] FourVersions(bool falls)
    {
        var first = bench.Signal(Urgency.Information, place: null) with { Incomplete = true };
        var second = bench.Next(first, place: Taraz) with { Categories = ["physical", "bullying"] };
        var third = bench.Next(second, Urgency.Emergency, Almaly) with
        {
            Incomplete = false,
            Due = new DueTimes(Morning.AddMinutes(15), Morning.AddMinutes(20), Morning.AddHours(9), Morning.AddHours(24)),
        };
        var fourth = bench.Next(third, words: false) with { Language = Intake.Language.En };
        return falls
            ? [first, second, third, fourth with { Urgency = Urgency.Standard, PlaceCode = null, Due = second.Due }]
            : [first, second, third, fourth];
    }

    private static IEnumerable<int[]> Orders(int[] rest) =>
        rest.Length == 0 ? [[]] : rest.SelectMany(first => Orders([.. rest.Where(i => i != first)]).Select(order => (int[])[first, .. order]));
}
