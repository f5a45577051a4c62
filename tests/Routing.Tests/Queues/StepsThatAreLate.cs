using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

/// <summary>A step that nobody takes in time is noted once, and the reporter's side told.</summary>
public sealed class StepsThatAreLate : IAsyncLifetime
{
    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Each_missed_step_is_noted_and_told_once()
    {
        var signal = bench.Signal(Urgency.Urgent);
        var item = await bench.HearAsync(signal);
        bench.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await bench.SweepAsync());
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await bench.SweepAsync());
        Assert.Equal(0, await bench.SweepAsync());
        await bench.Desk.AcknowledgeAsync(OfficerOfTaraz, item.Id, default);
        bench.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await bench.SweepAsync());

        var missed = (await bench.ItemAsync(signal)).History.Where(row => row.Action == QueueAction.StepMissed).Select(row => (row.To, row.By));
        Assert.Equal([("FirstLook", null), ("Visit", null)], missed);
        var told = await bench.ToldToReporterAsync(signal);
        Assert.Equal([false, true, false, true], told.Select(step => step.IsRaised));
        Assert.Equal([SignalStage.Waiting, SignalStage.Waiting, SignalStage.Seen, SignalStage.Seen], told.Select(step => step.Stage));
    }

    [Fact]
    public async Task The_same_step_counts_again_when_it_begins_again()
    {
        var signal = bench.Signal(Urgency.Urgent);
        await bench.HearAsync(signal);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.SweepAsync();

        await bench.HearAsync(bench.Next(signal, Urgency.Emergency));
        Assert.Equal(1, await bench.SweepAsync());

        Assert.Equal(2, (await bench.ItemAsync(signal)).History.Count(row => row.Action == QueueAction.StepMissed));
    }

    [Fact]
    public async Task What_is_closed_is_never_late()
    {
        await bench.ClosedAsync(bench.Signal(Urgency.Urgent));
        bench.Clock.Advance(TimeSpan.FromDays(60));

        Assert.Equal(0, await bench.SweepAsync());
    }

    [Fact]
    public async Task Nodes_that_look_at_once_note_it_once()
    {
        var signals = Enumerable.Range(0, 20).Select(_ => bench.Signal(Urgency.Urgent)).ToList();
        foreach (var signal in signals)
            await bench.HearAsync(signal);
        bench.Clock.Advance(TimeSpan.FromHours(2));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(bench.SweepAsync)));

        foreach (var signal in signals)
            Assert.Single((await bench.ItemAsync(signal)).History, row => row.Action == QueueAction.StepMissed);
    }
}
