using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

/// <summary>What an item waits for, and when alerting begins anew.</summary>
public sealed class StepsThatWait : IAsyncLifetime
{
    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Each_next_step_begins_a_round()
    {
        var signal = bench.Signal();

        Assert.Equal((CaseStep.FirstLook, signal.Due.FirstLookUtc, 1), Waits(await bench.HearAsync(signal)));
        Assert.Equal((CaseStep.Visit, signal.Due.VisitUtc!.Value, 2), Waits(await bench.AcknowledgedAsync(signal)));
        var closed = bench.Signal();
        Assert.Equal((CaseStep.None, closed.Due.CloseUtc, 3), Waits(await bench.ClosedAsync(closed)));
    }

    [Fact]
    public async Task Where_a_visit_is_made_only_as_needed_closing_is_next()
    {
        var signal = bench.Signal(Urgency.Information);

        Assert.Equal((CaseStep.Close, signal.Due.CloseUtc, 2), Waits(await bench.AcknowledgedAsync(signal)));
    }

    [Fact]
    public async Task More_words_begin_nothing_but_a_higher_urgency_does()
    {
        var signal = bench.Signal();
        await bench.HearAsync(signal);
        var added = bench.Next(signal);

        Assert.Equal(1, (await bench.HearAsync(added)).StepRound);
        Assert.Equal(2, (await bench.HearAsync(bench.Next(added, Urgency.Emergency))).StepRound);
    }

    [Fact]
    public async Task An_item_that_is_raised_in_hand_begins_a_round_of_the_same_step()
    {
        var signal = bench.Signal();
        await bench.AcknowledgedAsync(signal);
        var danger = bench.Next(signal, Urgency.Emergency);

        Assert.Equal((CaseStep.Visit, danger.Due.VisitUtc!.Value, 3), Waits(await bench.HearAsync(danger)));
    }

    [Fact]
    public async Task A_move_and_a_rise_at_once_begin_one_round()
    {
        var signal = bench.Signal();
        await bench.HearAsync(signal);

        Assert.Equal(2, (await bench.HearAsync(bench.Next(signal, place: Almaly))).StepRound);
        var other = bench.Signal();
        await bench.HearAsync(other);
        Assert.Equal(2, (await bench.HearAsync(bench.Next(other, Urgency.Urgent, Almaly))).StepRound);
    }

    [Fact]
    public async Task Whoever_writes_to_a_closed_case_begins_a_round()
    {
        var signal = bench.Signal();
        await bench.ClosedAsync(signal);

        var item = await bench.HearAsync(bench.Next(signal));

        Assert.Equal((CaseStep.FirstLook, 4), (item.NextStep, item.StepRound));
    }

    [Fact]
    public async Task A_unit_that_opens_begins_a_round_for_what_waits_for_it()
    {
        var departments = bench.Get<IDepartments>();
        await departments.SetLiveAsync(Taraz, false, CancellationToken.None);
        var signal = bench.Signal();
        await bench.HearAsync(signal);

        await departments.SetLiveAsync(Taraz, true, CancellationToken.None);

        Assert.Equal((Taraz, 2), ((await bench.ItemAsync(signal)).UnitCode, (await bench.ItemAsync(signal)).StepRound));
    }

    private static (CaseStep, DateTime, int) Waits(QueueItem item) => (item.NextStep, item.NextDueUtc, item.StepRound);
}
