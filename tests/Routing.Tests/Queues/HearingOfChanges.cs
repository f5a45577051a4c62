using Senim.Intake.Triage;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

public sealed class HearingOfChanges : IAsyncLifetime
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);
    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_listener_hears_after_the_change_can_be_read()
    {
        using var stop = new CancellationTokenSource(LongEnough);
        await using var changes = bench.Get<IQueueChanges>().Subscribe(OfficerOfTaraz, stop.Token).GetAsyncEnumerator();
        var hearing = bench.HearAsync(bench.Signal(Urgency.Emergency));

        Assert.True(await changes.MoveNextAsync());
        Assert.Single((await bench.Desk.ListAsync(OfficerOfTaraz, new QueueQuery(), CancellationToken.None)).Lines);
        await hearing;
    }

    [Fact]
    public async Task Both_units_hear_of_an_item_that_moves()
    {
        var signal = bench.Signal();
        await bench.HearAsync(signal);
        using var stop = new CancellationTokenSource(LongEnough);
        await using var left = bench.Get<IQueueChanges>().Subscribe(OfficerOfTaraz, stop.Token).GetAsyncEnumerator();
        await using var came = bench.Get<IQueueChanges>().Subscribe(OfficerOfAlmaly, stop.Token).GetAsyncEnumerator();

        await bench.HearAsync(bench.Next(signal, place: Almaly));

        Assert.True(await left.MoveNextAsync());
        Assert.True(await came.MoveNextAsync());
    }

    [Fact]
    public async Task Many_changes_are_told_as_one_to_who_reads_slowly()
    {
        using var stop = new CancellationTokenSource();
        var changes = bench.Get<IQueueChanges>().Subscribe(NationalDesk, stop.Token);
        for (var i = 0; i < 5; i++)
            await bench.HearAsync(bench.Signal());
        await stop.CancelAsync();

        var heard = new List<QueueChanged>();
        await foreach (var change in changes)
            heard.Add(change);

        Assert.Equal(5, Assert.Single(heard).Number);
    }

    [Fact]
    public async Task A_repeated_event_is_no_change()
    {
        var signal = bench.Signal();
        await bench.HearAsync(signal);
        using var stop = new CancellationTokenSource();
        var changes = bench.Get<IQueueChanges>().Subscribe(NationalDesk, stop.Token);

        await bench.HearAsync(signal);
        await stop.CancelAsync();

        await foreach (var _ in changes)
            Assert.Fail("Nothing changed.");
    }
}
