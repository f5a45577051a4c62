using Senim.Routing.Alerts;

namespace Senim.Routing.Tests.Alerts;

public sealed class LayingAlertsDown
{
    [Fact]
    public async Task One_alert_goes_by_every_confirmed_way_and_by_the_desk_under_one_id()
    {
        await using var bench = await AlertBench.StartAsync();
        await bench.ConfirmAsync(AlertWay.Email);

        var id = await bench.AlertAsync();

        var rows = await bench.RowsAsync();
        Assert.Equal([AlertWay.Email, AlertWay.Desk], rows.Select(row => row.Way));
        Assert.All(rows, row => Assert.Equal((id, bench.Item.Id, bench.Item.StepRound, AlertStatus.Pending), (row.AlertId, row.ItemId, row.Round, row.Status)));
        Assert.Matches("^[0-9]{8}$", id);
    }

    [Fact]
    public async Task A_way_that_is_not_confirmed_is_not_used_and_nobody_counts_as_reached_by_it()
    {
        await using var bench = await AlertBench.StartAsync();
        await bench.ConfirmAsync(AlertWay.Email, confirmed: false);

        await bench.AlertAsync();

        Assert.Equal(AlertWay.Desk, Assert.Single(await bench.RowsAsync()).Way);
        await using var db = await bench.Routing.OpenDbAsync();
        Assert.Empty(await bench.Routing.Get<IAlertBook>().ReachableAsync(db, [bench.Officer], CancellationToken.None));
    }

    [Fact]
    public async Task A_confirmed_way_that_this_installation_does_not_have_reaches_nobody()
    {
        await using var bench = await AlertBench.StartAsync();
        await bench.ConfirmAsync(AlertWay.Sms, "+77010000001");

        await bench.AlertAsync();

        Assert.Equal(AlertWay.Desk, Assert.Single(await bench.RowsAsync()).Way);
    }

    [Fact]
    public async Task Whoever_has_a_confirmed_way_can_be_reached()
    {
        await using var bench = await AlertBench.StartAsync();
        await bench.ConfirmAsync(AlertWay.Email);

        await using var db = await bench.Routing.OpenDbAsync();

        Assert.Equal([bench.Officer], await bench.Routing.Get<IAlertBook>().ReachableAsync(db, [bench.Officer, "nobody"], CancellationToken.None));
    }
}
