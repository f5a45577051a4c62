using Senim.Intake.Triage;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

public sealed class ReadingTheQueue : IAsyncLifetime
{
    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task The_most_urgent_stands_first_then_what_is_due_first_then_what_came_first()
    {
        var information = await bench.HearAsync(bench.Signal(Urgency.Information));
        var standard = await bench.HearAsync(bench.Signal(Urgency.Standard));
        var closed = await bench.ClosedAsync(bench.Signal(Urgency.Emergency));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var standardLater = await bench.HearAsync(bench.Signal(Urgency.Standard));
        var urgent = await bench.HearAsync(bench.Signal(Urgency.Urgent));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var emergency = await bench.HearAsync(bench.Signal(Urgency.Emergency));
        var taken = await bench.AcknowledgedAsync(bench.Signal(Urgency.Standard));

        var open = await bench.Desk.ListAsync(OfficerOfTaraz, new QueueQuery(), CancellationToken.None);
        var all = await bench.Desk.ListAsync(OfficerOfTaraz, new QueueQuery(IncludeClosed: true), CancellationToken.None);

        Guid[] expected = [emergency.Id, urgent.Id, standard.Id, standardLater.Id, taken.Id, information.Id];
        Assert.Equal(expected, open.Lines.Select(line => line.ItemId));
        Assert.Equal([.. expected, closed.Id], all.Lines.Select(line => line.ItemId));
        Assert.Equal((6, 7), (open.Total, all.Total));
        Assert.Equal(new QueueCounts(Open: 6, Waiting: 5, Late: 0, Emergency: 1), open.Counts);
        Assert.Equal(open.Counts, all.Counts);
    }

    [Fact]
    public async Task An_item_is_late_once_its_next_step_is_overdue_until_a_person_takes_it()
    {
        var signal = bench.Signal(Urgency.Urgent);
        var item = await bench.HearAsync(signal);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await IsLateAsync());
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await IsLateAsync());

        await bench.Desk.AcknowledgeAsync(OfficerOfTaraz, item.Id, CancellationToken.None);
        Assert.False(await IsLateAsync());

        async Task<bool> IsLateAsync()
        {
            var page = await bench.Desk.ListAsync(OfficerOfTaraz, new QueueQuery(), CancellationToken.None);
            var line = Assert.Single(page.Lines);
            Assert.Equal(line.IsLate ? 1 : 0, page.Counts.Late);
            return line.IsLate;
        }
    }

    [Fact]
    public async Task Pages_hold_each_item_once_and_odd_numbers_are_bent_to_something_sensible()
    {
        for (var i = 0; i < 7; i++)
            await bench.HearAsync(bench.Signal());

        var pages = new List<QueuePage>();
        for (var page = 1; page <= 4; page++)
            pages.Add(await bench.Desk.ListAsync(OfficerOfTaraz, new QueueQuery(Page: page, PageSize: 3), CancellationToken.None));

        Assert.Equal([3, 3, 1, 0], pages.Select(page => page.Lines.Count));
        Assert.Equal(7, pages.SelectMany(page => page.Lines).Select(line => line.ItemId).Distinct().Count());
        Assert.All(pages, page => Assert.Equal(7, page.Total));
        var odd = await bench.Desk.ListAsync(OfficerOfTaraz, new QueueQuery(Page: -5, PageSize: 0), CancellationToken.None);
        Assert.Single(odd.Lines);
        var far = await bench.Desk.ListAsync(OfficerOfTaraz, new QueueQuery(Page: int.MaxValue, PageSize: int.MaxValue), CancellationToken.None);
        Assert.Empty(far.Lines);
    }
}
