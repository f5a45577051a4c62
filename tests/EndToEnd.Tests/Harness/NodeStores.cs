using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.EndToEnd.Tests.Harness;

/// <summary>A node's databases, opened beside it with its own keys.</summary>
internal sealed class NodeStores : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly HostFolder folder;

    public NodeStores(HostFolder folder)
    {
        this.folder = folder;
        var keys = KeyFolder.Load(folder.Keys, content: true, addressAndLookup: true, mayCreate: false);
        services = new ServiceCollection()
            .AddLogging()
            .AddOptions()
            .AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build())
            .AddIntake(new IntakeSettings(folder.Intake, keys, folder.Provider))
            .BuildServiceProvider();
    }

    public async Task<IReadOnlyList<StoredSignal>> ReadSignalsAsync()
    {
        await using var db = Intake();
        var reader = services.GetRequiredService<ISignalReader>();
        var signals = new List<StoredSignal>();
        foreach (var row in await db.Signals.AsNoTracking().OrderBy(row => row.Id).ToListAsync())
        {
            var opened = await reader.OpenAsync(new SignalId(row.Id), CancellationToken.None)
                ?? throw new InvalidOperationException($"Signal {row.Id:N} has lost its key.");
            signals.Add(new StoredSignal(row, opened));
        }

        return signals;
    }

    public async Task<IReadOnlyList<QueueItem>> ReadItemsAsync()
    {
        await using var db = RoutingDbs.Open(folder.Provider, folder.Routing);
        return await db.Items.AsNoTracking().ToListAsync();
    }

    /// <summary>Nothing that was committed still waits to be published or shown.</summary>
    public async Task WaitUntilDrainedAsync(TimeSpan patience)
    {
        var until = DateTime.UtcNow + patience;
        while (true)
        {
            await using var db = Intake();
            var waiting = await db.Outbox.AsNoTracking().Where(row => row.Kind != OutboxKind.Clean).ToListAsync();
            if (waiting.Count == 0)
                return;
            if (DateTime.UtcNow > until)
            {
                throw new TimeoutException(
                    $"{waiting.Count} rows still wait: {string.Join(", ", waiting.Take(10).Select(row => $"{row.Kind} {row.Lane}, attempts {row.Attempts}, due {row.DueUtc:O}"))}");
            }

            await Task.Delay(50);
        }
    }

    public IntakeDb Intake() => services.GetRequiredService<IDbContextFactory<IntakeDb>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}

/// <param name="Row">As it is stored.</param>
/// <param name="Opened">What it says.</param>
internal sealed record StoredSignal(SignalRow Row, OpenedSignal Opened)
{
    public IReadOnlyList<string> Texts => [.. Opened.Content.Story.Select(part => part.Text)];
}
