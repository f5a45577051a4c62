using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Senim.Intake;
using Senim.Intake.Triage;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Ladder;

/// <summary>Looks every second which ladders are due, Emergencies first. Every node may look.</summary>
internal sealed partial class LadderSweep(
    IDbContextFactory<RoutingDb> contexts, LadderClimb climb, QueueWrites writes, TimeProvider clock, ILogger<LadderSweep> logger) : BackgroundService
{
    /// <summary>So few that an Emergency which arrives while many others are late is never far behind.</summary>
    private const int MostAtOnce = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var isTakenOver = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!isTakenOver)
                    await TakeOverAsync(stoppingToken);
                isTakenOver = true;
                while (await SweepAsync(stoppingToken) == MostAtOnce)
                {
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, error.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Items that were due.</returns>
    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        List<Guid> due;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            due = await db.Ladders
                .Where(row => row.DueUtc != null && row.DueUtc <= now)
                .OrderByDescending(row => row.Urgency == Urgency.Emergency)
                .ThenBy(row => row.DueUtc)
                .Select(row => row.ItemId)
                .Take(MostAtOnce)
                .ToListAsync(cancellationToken);
        }

        foreach (var id in due)
            await climb.ClimbAsync(id, cancellationToken);
        return due.Count;
    }

    /// <summary>Items from before there was a ladder, or that were written without one, get theirs.</summary>
    internal async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        List<Guid> without;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            without = await db.Items
                .Where(item => item.State < QueueState.Closed && !db.Ladders.Any(row => row.ItemId == item.Id))
                .Select(item => item.Id)
                .ToListAsync(cancellationToken);
        }

        foreach (var id in without)
            await writes.ChangeAsync(db => db.Items.FirstOrDefaultAsync(item => item.Id == id, cancellationToken), cancellationToken);
    }

    [LoggerMessage(3, LogLevel.Warning, "Whom to alert could not be looked for ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
