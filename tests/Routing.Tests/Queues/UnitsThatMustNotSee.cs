using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

/// <summary>"This department must not see it": the signal goes one level up, and no scope of that department reaches it.</summary>
public sealed class UnitsThatMustNotSee : IAsyncLifetime
{
    private static readonly string[] Department = [Recusals.Department];

    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [InlineData(Taraz, Taraz, Zhambyl)]
    [InlineData(Zhambyl, Zhambyl, National)]
    [InlineData(null, null, National)]
    public async Task A_signal_goes_to_the_level_above(string? place, string? recused, string owner)
    {
        var item = await bench.HearAsync(bench.Signal(place: place) with { Recused = Department });

        Assert.Equal((owner, recused), (item.UnitCode, item.RecusedUnitCode));
        Assert.Null(await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, CancellationToken.None));
        Assert.NotNull(await bench.Desk.OpenAsync(NationalDesk, item.Id, CancellationToken.None));
    }

    [Theory]
    [InlineData(Recusals.School)]
    [InlineData(Recusals.Police)]
    public async Task Other_bodies_take_nothing_from_the_unit(string body)
    {
        var item = await bench.HearAsync(bench.Signal() with { Recused = [body] });

        Assert.Equal((Taraz, null, body), (item.UnitCode, item.RecusedUnitCode, item.Recused));
    }

    [Fact]
    public async Task A_later_answer_takes_a_waiting_item_from_the_unit()
    {
        var signal = bench.Signal();
        await bench.HearAsync(signal);

        var item = await bench.HearAsync(bench.Next(signal, words: false) with { Recused = Department });

        Assert.Equal((Zhambyl, Zhambyl, QueueState.New), (item.UnitCode, item.RegionCode, item.State));
        Assert.Equal((QueueAction.Moved, Taraz, Zhambyl), (item.History[^1].Action, item.History[^1].From, item.History[^1].To));
        Assert.Null(await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, CancellationToken.None));
        Assert.NotNull(await bench.Desk.OpenAsync(LeadOfZhambyl, item.Id, CancellationToken.None));
    }

    [Fact]
    public async Task It_is_taken_out_of_the_hands_of_whoever_has_it_and_promised_anew()
    {
        var signal = bench.Signal(Urgency.Urgent);
        await bench.AcknowledgedAsync(signal);
        bench.Clock.Advance(TimeSpan.FromHours(3));

        var later = bench.Next(signal) with { Recused = Department };
        var item = await bench.HearAsync(later);

        Assert.Equal((Zhambyl, QueueState.Reopened, null), (item.UnitCode, item.State, item.AcknowledgedBy));
        Assert.Equal(bench.Promises.For(Urgency.Urgent, later.ChangedUtc, Taraz), item.Due);
        Assert.Contains(item.History, row => row.Action == QueueAction.Recused && row.From == Taraz);
        Assert.IsType<AcknowledgeOutcome.NotFound>(await bench.Desk.AcknowledgeAsync(OfficerOfTaraz, item.Id, CancellationToken.None));
        Assert.IsType<AcknowledgeOutcome.Done>(await bench.Desk.AcknowledgeAsync(LeadOfZhambyl, item.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_region_that_has_it_keeps_it_when_the_division_below_is_named()
    {
        var signal = bench.Signal(place: Zhambyl);
        var item = await bench.HearAsync(signal);
        Assert.IsType<AcknowledgeOutcome.Done>(await bench.Desk.AcknowledgeAsync(LeadOfZhambyl, item.Id, CancellationToken.None));

        var after = await bench.HearAsync(bench.Next(signal, place: Taraz) with { Recused = Department });

        Assert.Equal((Zhambyl, Taraz, QueueState.Acknowledged, null), (after.UnitCode, after.RecusedUnitCode, after.State, after.PlaceNowNames));
    }

    [Fact]
    public async Task A_closed_one_is_opened_again_at_the_level_above()
    {
        var signal = bench.Signal();
        await bench.ClosedAsync(signal);

        var item = await bench.HearAsync(bench.Next(signal, words: false) with { Recused = Department });

        Assert.Equal((Zhambyl, QueueState.Reopened), (item.UnitCode, item.State));
    }

    [Fact]
    public async Task A_department_that_is_set_up_again_does_not_get_it_back()
    {
        var item = await bench.HearAsync(bench.Signal() with { Recused = Department });

        Assert.True(await bench.Get<IDepartments>().SetLiveAsync(Taraz, isLive: true, CancellationToken.None));

        Assert.Equal(Zhambyl, (await ItemAsync(item.SignalId)).UnitCode);
    }

    [Fact]
    public async Task When_the_reporter_takes_it_back_a_waiting_item_returns()
    {
        var signal = bench.Signal() with { Recused = Department };
        await bench.HearAsync(signal);

        var item = await bench.HearAsync(bench.Next(signal) with { Recused = [] });

        Assert.Equal((Taraz, null, ""), (item.UnitCode, item.RecusedUnitCode, item.Recused));
        Assert.NotNull(await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Events_out_of_order_end_the_same()
    {
        var first = bench.Signal();
        var second = bench.Next(first) with { Recused = Department };
        var third = bench.Next(second, place: Almaly);
        foreach (SignalEvent[] order in new[] { new[] { first, second, third }, [third, second, first], [second, first, third], [second, third, first], [third, first, second], [first, third, second] })
        {
            var id = Guid.CreateVersion7();
            var item = await bench.HearAsync([.. order.Select(signal => signal with { SignalId = id })]);
            Assert.Equal((Almaty, Almaly, Recusals.Department), (item.UnitCode, item.RecusedUnitCode, item.Recused));
            Assert.Null(await bench.Desk.OpenAsync(OfficerOfAlmaly, item.Id, CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_unit_that_must_not_see_it_does_not_see_it_in_its_queue_or_its_counts_even_where_it_lies_there()
    {
        var item = await bench.HearAsync(bench.Signal() with { Recused = Department });
        await using (var db = await bench.OpenDbAsync())
        {
            var row = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Items, known => known.Id == item.Id);
            row.MoveTo(new OwningUnit(Taraz, Zhambyl), Morning);
            await db.SaveChangesAsync();
        }

        var page = await bench.Desk.ListAsync(OfficerOfTaraz, new QueueQuery(), CancellationToken.None);

        Assert.Empty(page.Lines);
        Assert.Equal((0, 0), (page.Total, page.Counts.Open));
        Assert.Null(await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, CancellationToken.None));
    }

    private async Task<QueueItem> ItemAsync(Guid signalId) => await bench.ItemAsync(bench.Signal() with { SignalId = signalId });
}
