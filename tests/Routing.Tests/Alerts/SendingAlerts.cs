using Senim.Intake;
using Senim.Routing.Alerts;
using Senim.Routing.Alerts.Sending;
using Senim.Routing.Queues;

namespace Senim.Routing.Tests.Alerts;

public sealed class SendingAlerts : IAsyncLifetime
{
    private AlertBench bench = null!;

    public async Task InitializeAsync()
    {
        bench = await AlertBench.StartAsync();
        await bench.ConfirmAsync(AlertWay.Email);
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_due_alert_is_sent_once_in_the_language_of_its_reader()
    {
        var id = await bench.AlertAsync();
        var lane = bench.Lane();

        await lane.SweepAsync(CancellationToken.None);
        await lane.SweepAsync(CancellationToken.None);

        var sent = Assert.Single(bench.Carrier.Given);
        Assert.Equal((id, "aigul@example.kz", Language.Ru, bench.Item.Reference), (sent.AlertId, sent.Address, sent.Language, sent.Reference));
        Assert.EndsWith($"/queue/{bench.Item.Id}", sent.Link.ToString(), StringComparison.Ordinal);
        Assert.Equal(AlertStatus.Sent, (await bench.RowAsync()).Status);
    }

    [Fact]
    public async Task What_failed_waits_longer_each_time_and_at_most_half_an_hour()
    {
        Assert.Equal(
            [10, 20, 40, 80, 1800, 1800],
            new[] { 1, 2, 3, 4, 12, 60 }.Select(attempts => AlertLane.WaitAfter(attempts, TimeSpan.FromMinutes(30)).TotalSeconds));
        await bench.AlertAsync();
        bench.Carrier.Says(new Delivery.Later("smtp-450"));

        await bench.Lane().SweepAsync(CancellationToken.None);

        var row = await bench.RowAsync();
        Assert.Equal((AlertStatus.Pending, 1, "smtp-450", bench.Clock.NowUtc().AddSeconds(10)), (row.Status, row.Attempts, row.Failure, row.NextAttemptUtc));
    }

    [Fact]
    public async Task A_way_that_is_down_for_four_hours_loses_nothing_and_delivers_within_a_minute_of_its_return()
    {
        var lane = bench.Lane();
        bench.Carrier.Says(new Delivery.Unavailable("SocketError"));
        for (var i = 0; i < 20; i++)
            await bench.AlertAsync();
        for (var minute = 0; minute < 4 * 60; minute++)
        {
            await lane.SweepAsync(CancellationToken.None);
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var tried = bench.Carrier.Given.Count;
        bench.Carrier.Says(new Delivery.Sent());
        for (var second = 0; second < 60; second++)
        {
            await lane.SweepAsync(CancellationToken.None);
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.All(await bench.RowsAsync(AlertWay.Email), row => Assert.Equal(AlertStatus.Sent, row.Status));
        Assert.Equal(20, bench.Carrier.Given.Count - tried);
    }

    [Fact]
    public async Task What_no_attempt_brings_out_is_tried_for_more_than_a_day_and_then_shown_as_given_up()
    {
        await bench.AlertAsync();
        bench.Carrier.Says(new Delivery.Later("smtp-450"));
        var lane = bench.Lane();
        for (var hour = 0; hour < 24; hour++)
        {
            await lane.SweepAsync(CancellationToken.None);
            bench.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(AlertStatus.Pending, (await bench.RowAsync()).Status);
        for (var hour = 0; hour < 24; hour++)
        {
            await lane.SweepAsync(CancellationToken.None);
            bench.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal((AlertStatus.Dead, "smtp-450"), ((await bench.RowAsync()).Status, (await bench.RowAsync()).Failure));
    }

    [Fact]
    public async Task What_an_address_refuses_is_given_up_at_once()
    {
        await bench.AlertAsync();
        bench.Carrier.Says(new Delivery.Refused("smtp-550"));

        await bench.Lane().SweepAsync(CancellationToken.None);

        Assert.Equal(AlertStatus.Dead, (await bench.RowAsync()).Status);
    }

    [Fact]
    public async Task Once_the_case_has_gone_on_nothing_more_is_sent_about_it()
    {
        await bench.AlertAsync();
        await bench.Routing.Desk.AcknowledgeAsync(RoutingBench.OfficerOfTaraz, bench.Item.Id, CancellationToken.None);

        await bench.Lane().SweepAsync(CancellationToken.None);

        Assert.Empty(bench.Carrier.Given);
        Assert.Equal(AlertStatus.Dropped, (await bench.RowAsync()).Status);
    }

    [Fact]
    public async Task A_way_that_hangs_lets_go_after_its_time()
    {
        await bench.AlertAsync();
        bench.Carrier.Answer = async (_, _) =>
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return new Delivery.Sent();
        };

        await bench.Lane(limit: TimeSpan.FromMilliseconds(50)).SweepAsync(CancellationToken.None);

        Assert.Equal((AlertStatus.Pending, "no-answer"), ((await bench.RowAsync()).Status, (await bench.RowAsync()).Failure));
    }

    [Fact]
    public async Task Of_two_nodes_one_sends()
    {
        for (var i = 0; i < 30; i++)
            await bench.AlertAsync();
        var nodes = new[] { bench.Lane(), bench.Lane() };

        for (var round = 0; round < 8; round++)
            await Task.WhenAll(nodes.Select(node => node.SweepAsync(CancellationToken.None)));

        Assert.Equal(30, bench.Carrier.Given.Count);
        Assert.Equal(30, bench.Carrier.Given.Select(message => message.AlertId).Distinct().Count());
    }

    [Fact]
    public async Task An_error_of_the_way_is_noted_without_its_words()
    {
        await bench.AlertAsync();
        bench.Carrier.Answer = (message, _) => throw new InvalidOperationException(message.Address);

        await bench.Lane().SweepAsync(CancellationToken.None);

        Assert.Equal(nameof(InvalidOperationException), (await bench.RowAsync()).Failure);
    }
}
