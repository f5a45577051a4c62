using Senim.Brokers;
using Senim.EndToEnd.Tests.Databases;
using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;

namespace Senim.EndToEnd.Tests.Nodes;

/// <summary>Two nodes that take in, two that route and a desk, over one PostgreSQL and one cluster of brokers, with Telegram before them.</summary>
internal sealed class NodeGroup : IAsyncDisposable
{
    public const string TakeInOne = "intake 1";
    public const string TakeInTwo = "intake 2";
    public const string RouteOne = "routing 1";
    public const string RouteTwo = "routing 2";
    public const string TheDesk = "desk";

    private readonly Dictionary<string, HostSettings> settings;
    private readonly Dictionary<string, HostProcess> running = [];
    private readonly RoundRobin front;

    private NodeGroup(HostFolder folder, string brokers, FakeBotApiServer telegram)
    {
        Folder = folder;
        Brokers = brokers;
        Telegram = telegram;
        int[] ports = [HostSettings.FreePort(), HostSettings.FreePort()];
        front = new RoundRobin(ports);
        var common = HostSettings.For(folder)
            .With("Logging__LogLevel__Default", "Information")
            .With("Logging__LogLevel__Microsoft", "Warning")
            .With("Senim__Transport__RabbitMq", brokers);
        var takesIn = common.Webhook(telegram, front.Port).With("Senim__Roles", "intake");
        settings = new Dictionary<string, HostSettings>
        {
            [TakeInOne] = takesIn.With("Senim__Urls__Public", $"http://127.0.0.1:{ports[0]}"),
            [TakeInTwo] = takesIn.With("Senim__Urls__Public", $"http://127.0.0.1:{ports[1]}"),
            [RouteOne] = common.With("Senim__Roles", "routing"),
            [RouteTwo] = common.With("Senim__Roles", "routing"),
            [TheDesk] = common.With("Senim__Roles", "desk"),
        };
    }

    public HostFolder Folder { get; }

    public FakeBotApiServer Telegram { get; }

    /// <summary>Name of the virtual host.</summary>
    public string BrokerPlace => new Uri(Brokers.Split(',')[0]).AbsolutePath.Trim('/');

    private string Brokers { get; }

    public HostProcess this[string name] => running[name];

    public static async Task<NodeGroup> StartAsync(PostgreSqlDatabase database)
    {
        var brokers = await BrokerCluster.MakeHostAsync($"n{Guid.NewGuid():N}");
        var telegram = await FakeBotApiServer.StartAsync(options: new FakeBotApiOptions
        {
            RetryAfterUnit = TimeSpan.FromMilliseconds(40),
            LongestBackOff = TimeSpan.FromMilliseconds(200),
        });
        var group = new NodeGroup(database.NewFolder(), brokers, telegram);

        // The one that holds all keys makes them, since this is Development.
        await group.StartAsync(TakeInOne);
        await Task.WhenAll(group.settings.Keys.Where(name => name != TakeInOne).Select(group.StartAsync));
        return group;
    }

    public async Task StartAsync(string name)
    {
        var host = await HostProcess.StartAsync(settings[name]);
        lock (running)
            running[name] = host;
    }

    /// <summary>Without a word, and up again.</summary>
    public async Task KillAsync(string name, TimeSpan downFor)
    {
        await running[name].KillAsync();
        await Task.Delay(downFor);
        await running[name].DisposeAsync();
        await StartAsync(name);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in running.Values)
            await host.DisposeAsync();
        front.Dispose();
        await Telegram.DisposeAsync();
        Folder.Dispose();
    }
}
