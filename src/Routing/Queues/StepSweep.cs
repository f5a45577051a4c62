using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Senim.Intake;
using Senim.Routing.Storage;

namespace Senim.Routing.Queues;

/// <summary>
/// Sees to steps that nobody took in time: what another unit did not accept goes back, the rest is noted as missed, once a round, and the
/// reporter's side told. Every node may look: an item's version lets one of them win.
/// </summary>
internal sealed partial class StepSweep(
    IDbContextFactory<RoutingDb> contexts, QueueWrites writes, StepTaking taking, TimeProvider clock, ILogger<StepSweep> logger) : BackgroundService
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    /// <returns>Items that were late.</returns>
    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        List<Guid> late;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            late = await db.Items
                .Where(item => item.WatchUtc != null && item.WatchUtc <= now)
                .OrderBy(item => item.WatchUtc)
                .Select(item => item.Id)
                .Take(MostAtOnce)
                .ToListAsync(cancellationToken);
        }

        foreach (var id in late)
            await writes.ChangeAsync(db => MissAsync(db, id, cancellationToken), cancellationToken);
        return late.Count;
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await SweepAsync(stoppingToken) == MostAtOnce)
            {
            }
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(logger, error.GetType().Name);
        }
    }

    private async Task<QueueItem?> MissAsync(RoutingDb db, Guid id, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        if (await db.Items.FirstOrDefaultAsync(item => item.Id == id, cancellationToken) is not { WatchUtc: { } due } item || due > now)
            return null;
        if (item.State == QueueState.Transferred)
            await taking.ReturnAsync(db, item, QueueAction.TransferReturned, null, cancellationToken);
        else
            item.Miss(now);
        LogLate(logger, item.SignalId, item.NextStep, item.UnitCode, item.Urgency);
        return item;
    }

    [LoggerMessage(3, LogLevel.Information, "Signal {SignalId} is late: {Step} at {UnitCode}, {Urgency}.")]
    private static partial void LogLate(ILogger logger, Guid signalId, CaseStep step, string unitCode, Intake.Triage.Urgency urgency);

    [LoggerMessage(4, LogLevel.Warning, "Late steps could not be looked for ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
