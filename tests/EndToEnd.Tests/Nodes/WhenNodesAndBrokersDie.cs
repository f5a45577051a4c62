using Senim.Brokers;
using Senim.EndToEnd.Tests.Crashes;
using Senim.EndToEnd.Tests.Databases;
using Senim.EndToEnd.Tests.Harness;
using Senim.Intake.Signals;

namespace Senim.EndToEnd.Tests.Nodes;

/// <summary>
/// People report while a leader of a queue dies, then a node of each kind, then for a minute every broker but one. Afterwards every word is in
/// its signal, in order and once, and each signal is in one queue.
/// </summary>
public sealed class WhenNodesAndBrokersDie
{
    private const int People = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [NodesFact]
    public async Task Nothing_is_lost_and_nothing_doubled_and_staff_are_heard_of()
    {
        await using var database = await PostgreSqlDatabase.MakeAsync();
        await using var nodes = await NodeGroup.StartAsync(database);
        using var enough = new CancellationTokenSource();
        var reports = new Reports(nodes.Telegram, new Random(7));
        nodes.Telegram.DeliverTwice = true;
        var reporting = reports.RunAsync(People, enough.Token);
        await SomeCallsAsync(nodes);

        var leader = await BrokerCluster.LeaderAsync(nodes.BrokerPlace, "signals.emergency");
        await BrokerCluster.KillAsync(leader);
        await SomeCallsAsync(nodes);
        await BrokerCluster.ReviveAsync(leader);

        foreach (var name in new[] { NodeGroup.TakeInTwo, NodeGroup.RouteOne, NodeGroup.TheDesk })
        {
            await nodes.KillAsync(name, TimeSpan.FromSeconds(2));
            await SomeCallsAsync(nodes);
        }

        await BrokerCluster.KillAsync(1);
        await BrokerCluster.KillAsync(2);
        await Task.Delay(TimeSpan.FromMinutes(1));
        await Task.WhenAll(BrokerCluster.ReviveAsync(1), BrokerCluster.ReviveAsync(2));
        await SomeCallsAsync(nodes);

        await enough.CancelAsync();
        await reporting.WaitAsync(Patience);
        await nodes.Telegram.WaitUntilDeliveredAsync(Patience);
        await using var stores = new NodeStores(nodes.Folder);
        await stores.WaitUntilDrainedAsync(Patience);
        await WaitUntilQueuedAsync(stores);
        await ComparedWithTheLog.CheckAsync(nodes.Folder, reports.Told);
        Assert.True(reports.Told.Count >= People, $"Only {reports.Told.Count} reports.");

        await TakeOneAsync(nodes, stores);
    }

    /// <summary>What staff do at the desk's node is known where reporters are answered.</summary>
    private static async Task TakeOneAsync(NodeGroup nodes, NodeStores stores)
    {
        using var staff = await DeskClient.SignInAsync(nodes[NodeGroup.TheDesk], "national");
        var first = (await staff.QueueAsync())[0];
        await staff.AcknowledgeAsync(first);
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            await using var db = stores.Intake();
            if (db.Progress.Any(row => row.Stage == SignalStage.Seen))
                return;
            Assert.True(DateTime.UtcNow < until, "Nobody heard that the signal was taken.");
            await Task.Delay(100);
        }
    }

    /// <summary>Events may still lie at the brokers.</summary>
    private static async Task WaitUntilQueuedAsync(NodeStores stores)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            var versions = (await stores.ReadItemsAsync()).ToDictionary(item => item.SignalId, item => item.SignalVersion);
            if ((await stores.ReadSignalsAsync()).All(signal => versions.GetValueOrDefault(signal.Row.Id) == signal.Row.Version))
                return;
            if (DateTime.UtcNow > until)
                return;
            await Task.Delay(200);
        }
    }

    private static Task SomeCallsAsync(NodeGroup nodes)
    {
        var enough = nodes.Telegram.Counters.Calls + 40;
        return nodes.Telegram.WaitUntilAsync(() => nodes.Telegram.Counters.Calls >= enough, Patience, () => nodes[NodeGroup.TakeInOne].Tail());
    }
}
