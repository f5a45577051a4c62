using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

public sealed class SignalsThatChange : IAsyncLifetime
{
    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_signal_waits_in_the_queue_of_its_unit_with_the_times_that_were_promised()
    {
        var signal = bench.Signal() with { Incomplete = true, Unparsed = true, Language = Intake.Language.Ru };
        var item = await bench.HearAsync(signal);

        Assert.Equal((QueueState.New, Taraz, Zhambyl), (item.State, item.UnitCode, item.RegionCode));
        Assert.Equal((signal.Reference, Urgency.Standard, "bullying"), (item.Reference, item.Urgency, item.Categories));
        Assert.Equal((true, true, Intake.Language.Ru, ChannelKind.Telegram), (item.IsIncomplete, item.IsUnparsed, item.Language, item.Channel));
        Assert.Equal(signal.Due, item.Due);
        Assert.Equal(signal.Due.FirstLookUtc, item.NextDueUtc);
        Assert.Equal([QueueAction.Received], Actions(item));
    }

    [Fact]
    public async Task Danger_then_place_reaches_the_unit_as_an_Emergency()
    {
        var danger = bench.Signal(Urgency.Emergency, place: null);
        var before = await bench.HearAsync(danger);
        Assert.Equal((National, Urgency.Emergency), (before.UnitCode, before.Urgency));

        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        var item = await bench.HearAsync(bench.Next(danger, place: Almaly));

        Assert.Equal((Almaly, Almaty, Urgency.Emergency, QueueState.New), (item.UnitCode, item.RegionCode, item.Urgency, item.State));
        Assert.Equal(danger.Due, item.Due);
        Assert.Equal([QueueAction.Received, QueueAction.Added, QueueAction.Moved], Actions(item));
        Assert.Equal((National, Almaly), (item.History[2].From, item.History[2].To));
        Assert.NotNull(await bench.Desk.OpenAsync(OfficerOfAlmaly, item.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_place_corrected_before_anyone_took_it_moves_the_item()
    {
        var signal = bench.Signal(place: Taraz);
        await bench.HearAsync(signal);

        var item = await bench.HearAsync(bench.Next(signal, place: Almaly, words: false));

        Assert.Equal((Almaly, Almaty), (item.UnitCode, item.RegionCode));
        Assert.Null(item.PlaceNowNames);
        Assert.Equal([QueueAction.Received, QueueAction.Corrected, QueueAction.Moved], Actions(item));
        Assert.Null(await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_place_corrected_after_somebody_took_it_leaves_the_item_and_says_where_it_would_go()
    {
        var signal = bench.Signal(place: Taraz);
        await bench.AcknowledgedAsync(signal);

        var elsewhere = bench.Next(signal, place: Almaly);
        var item = await bench.HearAsync(elsewhere);
        Assert.Equal((Taraz, Almaly, QueueState.Acknowledged), (item.UnitCode, item.PlaceNowNames, item.State));
        Assert.Equal((QueueAction.NamedElsewhere, Taraz, Almaly), (item.History[^1].Action, item.History[^1].From, item.History[^1].To));

        var back = await bench.HearAsync(bench.Next(elsewhere, place: Taraz));
        Assert.Equal((Taraz, null), (back.UnitCode, back.PlaceNowNames));
    }

    [Fact]
    public async Task Danger_written_after_the_signal_was_closed_reopens_it_with_new_times()
    {
        var signal = bench.Signal();
        await bench.ClosedAsync(signal);
        bench.Clock.Advance(TimeSpan.FromDays(40));

        var danger = bench.Next(signal, Urgency.Emergency);
        var item = await bench.HearAsync(danger);

        Assert.Equal((QueueState.Reopened, Urgency.Emergency, Taraz), (item.State, item.Urgency, item.UnitCode));
        Assert.Equal(bench.Clock.GetUtcNow().UtcDateTime.AddMinutes(15), item.NextDueUtc);
        Assert.Equal(bench.Promises.For(Urgency.Emergency, danger.ChangedUtc, Taraz), item.Due);
        Assert.Equal((null, null, null), (item.AcknowledgedBy, item.ClosedBy, item.Outcome));
        Assert.Equal(
            [QueueAction.Received, QueueAction.Acknowledged, QueueAction.Closed, QueueAction.Added, QueueAction.Reopened, QueueAction.Raised],
            Actions(item));
        var page = await bench.Desk.ListAsync(OfficerOfTaraz, new QueueQuery(), CancellationToken.None);
        Assert.Equal(item.Id, Assert.Single(page.Lines).ItemId);
    }

    [Fact]
    public async Task Calm_words_after_closing_reopen_it_too_and_are_not_late_at_once()
    {
        var signal = bench.Signal();
        await bench.ClosedAsync(signal);
        bench.Clock.Advance(TimeSpan.FromDays(40));

        var item = await bench.HearAsync(bench.Next(signal));

        Assert.Equal((QueueState.Reopened, Urgency.Standard), (item.State, item.Urgency));
        Assert.True(item.NextDueUtc > bench.Clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task A_corrected_answer_after_closing_counts_like_words()
    {
        var signal = bench.Signal();
        await bench.ClosedAsync(signal);

        var item = await bench.HearAsync(bench.Next(signal, place: Almaly, words: false));

        Assert.Equal((QueueState.Reopened, Almaly, null), (item.State, item.UnitCode, item.PlaceNowNames));
    }

    [Fact]
    public async Task A_place_named_while_it_was_in_hand_counts_once_it_is_taken_up_again()
    {
        var signal = bench.Signal();
        var item = await bench.AcknowledgedAsync(signal);
        var elsewhere = bench.Next(signal, place: Almaly);
        item = await bench.HearAsync(elsewhere);
        Assert.IsType<CloseOutcome.Done>(await bench.Desk.CloseAsync(OfficerOfTaraz, item.Id, CaseOutcome.NotFound, item.SignalVersion, CancellationToken.None));

        item = await bench.HearAsync(bench.Next(elsewhere));

        Assert.Equal((QueueState.Reopened, Almaly, null), (item.State, item.UnitCode, item.PlaceNowNames));
    }

    [Fact]
    public async Task A_rise_brings_earlier_times_and_nothing_ever_falls()
    {
        var signal = bench.Signal();
        await bench.HearAsync(signal);
        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        var urgent = bench.Next(signal, Urgency.Urgent);
        var raised = await bench.HearAsync(urgent);
        Assert.Equal(urgent.Due, raised.Due);
        Assert.Equal((QueueAction.Raised, "Standard", "Urgent"), (raised.History[^1].Action, raised.History[^1].From, raised.History[^1].To));

        var later = new DueTimes(Morning.AddDays(9), Morning.AddDays(9), null, Morning.AddDays(90));
        var item = await bench.HearAsync(urgent with { Version = 3, Urgency = Urgency.Information, Due = later, PlaceCode = null });

        Assert.Equal((Urgency.Urgent, Taraz), (item.Urgency, item.UnitCode));
        Assert.Equal(urgent.Due, item.Due);
    }

    [Fact]
    public async Task Danger_in_hand_stays_in_hand_and_is_due_earlier()
    {
        var signal = bench.Signal();
        var taken = await bench.AcknowledgedAsync(signal);
        Assert.Equal(signal.Due.VisitUtc, taken.NextDueUtc);

        var danger = bench.Next(signal, Urgency.Emergency);
        var item = await bench.HearAsync(danger);

        Assert.Equal((QueueState.Acknowledged, Urgency.Emergency, "aigerim"), (item.State, item.Urgency, item.AcknowledgedBy));
        Assert.Equal(danger.Due.VisitUtc, item.NextDueUtc);
    }

    private static IEnumerable<QueueAction> Actions(QueueItem item) => item.History.Select(row => row.Action);
}
