using Senim.Routing.Alerts;
using Senim.Routing.Alerts.Sending;

namespace Senim.Routing.Tests.Alerts;

public sealed class WhatWaits
{
    [Fact]
    public async Task The_oldest_Emergency_that_nobody_has_and_the_oldest_alert_that_is_not_out_are_known()
    {
        await using var bench = await AlertBench.StartAsync();
        var received = bench.Clock.GetUtcNow().UtcDateTime;
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await bench.ConfirmAsync(AlertWay.Email);
        await bench.AlertAsync();
        Assert.Equal(new AlertBacklog(received, bench.Clock.GetUtcNow().UtcDateTime), await ReadAsync(bench));

        await bench.Lane().SweepAsync(CancellationToken.None);
        await bench.Lane(bench.Routing.Get<IEnumerable<IAlertCarrier>>().Single(carrier => carrier.Way == AlertWay.Desk)).SweepAsync(CancellationToken.None);
        await bench.Routing.Desk.AcknowledgeAsync(bench.Scope, bench.Item.Id, CancellationToken.None);

        Assert.Equal(new AlertBacklog(null, null), await ReadAsync(bench));
    }

    private static async Task<AlertBacklog> ReadAsync(AlertBench bench)
    {
        await using var db = await bench.Routing.OpenDbAsync();
        return await AlertBacklog.ReadAsync(db, CancellationToken.None);
    }
}
