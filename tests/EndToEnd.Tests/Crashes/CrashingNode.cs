using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;

namespace Senim.EndToEnd.Tests.Crashes;

/// <summary>One node on one data folder, killed and started again and again while people report to it.</summary>
internal sealed class CrashingNode : IAsyncDisposable
{
    private const int People = 6;

    private readonly HostFolder folder;
    private readonly CancellationTokenSource enough = new();
    private readonly HostSettings settings;
    private readonly Reports reports;
    private readonly Task reporting;

    private CrashingNode(HostFolder folder, FakeBotApiServer telegram, bool usesWebhook, Random random)
    {
        this.folder = folder;
        Telegram = telegram;
        var plain = HostSettings.For(folder).With("Logging__LogLevel__Default", "Information").With("Logging__LogLevel__Microsoft", "Warning");
        settings = usesWebhook ? plain.Webhook(telegram, HostSettings.FreePort()) : plain.Polling(telegram);
        reports = new Reports(telegram, random);
        telegram.DeliverTwice = true;
        reporting = reports.RunAsync(People, enough.Token);
    }

    public FakeBotApiServer Telegram { get; }

    /// <param name="folder">Becomes the node's own; null for one with databases in files.</param>
    public static async Task<CrashingNode> StartAsync(bool usesWebhook, Random random, HostFolder? folder = null) =>
        new(
            folder ?? new HostFolder(),
            await FakeBotApiServer.StartAsync(options: new FakeBotApiOptions
            {
                RetryAfterUnit = TimeSpan.FromMilliseconds(40),
                LongestBackOff = TimeSpan.FromMilliseconds(200),
            }),
            usesWebhook,
            random);

    /// <summary>Runs until it has passed the checkpoint that often, which kills it.</summary>
    public async Task RunUntilAsync(string checkpoint, int passes)
    {
        await using var host = HostProcess.Launch(settings.With("Senim__Development__KillAt", $"{checkpoint}:{passes}"));
        const int Killed = 128 + 9;
        var code = await host.WaitForExitAsync();
        Assert.True(code == Killed, $"The host ended with {code} instead of being killed at {checkpoint}.{Environment.NewLine}{host.Tail()}");
    }

    /// <summary>
    /// Runs until it has made so many calls, and a little longer. A count rather than a time, so that on a busy machine too it gets to
    /// where something can be lost.
    /// </summary>
    public async Task RunForAsync(int calls, TimeSpan longer)
    {
        var enoughCalls = Telegram.Counters.Calls + calls;
        await using var host = HostProcess.Launch(settings);
        await Telegram.WaitUntilAsync(() => Telegram.Counters.Calls >= enoughCalls, TimeSpan.FromSeconds(90), host.Tail);
        await Task.Delay(longer);
        Assert.False(host.HasExited, host.Tail());
        await host.KillAsync();
    }

    /// <summary>A last start, after which everything that was begun comes to its end.</summary>
    /// <returns>How many reports there were.</returns>
    public async Task<int> SettleAndCompareAsync()
    {
        await using (var host = await HostProcess.StartAsync(settings))
        {
            await enough.CancelAsync();
            await reporting;
            await Telegram.WaitUntilDeliveredAsync(TimeSpan.FromSeconds(60));
            await using var stores = new NodeStores(folder);
            await stores.WaitUntilDrainedAsync(TimeSpan.FromSeconds(60));
        }

        await ComparedWithTheLog.CheckAsync(folder, reports.Told);
        return reports.Told.Count;
    }

    public async ValueTask DisposeAsync()
    {
        await enough.CancelAsync();
        await Telegram.DisposeAsync();
        
        // After a failure people may still wait for an answer that will not come.
        await reporting.WaitAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        enough.Dispose();
        folder.Dispose();
    }
}
