using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Senim.Intake.Checkpoints;
using Senim.Intake.Storage;

namespace Senim.Intake.Outbox;

/// <summary>
/// Empties one outbox, each lane by itself, so that a slow or long queue of other things never stands before an Emergency; and each kind
/// by itself, so that a provider that does not answer holds up replies, never the events by which help is called. A row is marked
/// (attempt counted, next attempt dated) before it is handled and deleted after: a crash in between repeats it, never loses it.
/// </summary>
public sealed partial class OutboxSweep<TDb>(
    IDbContextFactory<TDb> contexts,
    IEnumerable<IOutboxHandler> handlers,
    OutboxBell<TDb> bell,
    WriteGate<TDb> gate,
    TimeProvider clock,
    ICheckpoints checkpoints,
    ILogger<OutboxSweep<TDb>> logger) : BackgroundService
    where TDb : DbContext
{
    /// <summary>From this attempt on each failure is an error for the operator rather than a warning.</summary>
    private const int AlarmingAttempts = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly Dictionary<OutboxKind, IOutboxHandler> handlersByKind = handlers.ToDictionary(handler => handler.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await ResumeAsync(stoppingToken);
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            LogSweepFailed(logger, EventLane.Emergency, error.GetType().Name);
        }

        await Task.WhenAll(
            from lane in Enum.GetValues<EventLane>()
            from kind in handlersByKind.Keys
            select Task.Run(() => EmptyAsync(lane, kind, stoppingToken), stoppingToken));
    }

    /// <summary>
    /// At the start: what a process had begun with when it died is due at once instead of after its back-off. What another node is at just
    /// then is done twice, which consumers expect and reporters do not see.
    /// </summary>
    internal async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await db.Set<OutboxRow>()
            .Where(row => row.Attempts > 0 && row.DueUtc > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueUtc, now), cancellationToken);
    }

    private async Task EmptyAsync(EventLane lane, OutboxKind kind, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                for (var began = clock.GetTimestamp(); await SweepAsync(lane, kind, stoppingToken) == handlersByKind[kind].MostRows; began = clock.GetTimestamp())
                {
                    // A long queue of what is in no hurry takes half of the time at most: turns, and an Emergency among them, come first.
                    if (lane != EventLane.Emergency)
                        await Task.Delay(clock.GetElapsedTime(began), clock, stoppingToken);
                }

                // The bell rings for events; a reply that is owed was tried just before, and is in no hurry.
                await (kind == OutboxKind.Event ? bell.WaitAsync(lane, LongestWait, stoppingToken) : Task.Delay(LongestWait, clock, stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogSweepFailed(logger, lane, error.GetType().Name);
                await Task.Delay(LongestWait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>Rows claimed.</returns>
    internal async Task<int> SweepAsync(EventLane lane, OutboxKind kind, CancellationToken cancellationToken)
    {
        var claimed = await ClaimAsync(lane, kind, cancellationToken);
        if (claimed.Count == 0)
            return 0;
        checkpoints.Reached(Checkpoint.OutboxMarked);
        var results = await HandleAsync(claimed, handlersByKind[kind], cancellationToken);
        checkpoints.Reached(Checkpoint.OutboxPublished);
        var settled = new List<OutboxRow>(claimed.Count);
        var postponed = new List<(OutboxRow Row, TimeSpan After)>();
        foreach (var (row, result) in claimed.Zip(results))
        {
            if (IsSettled(row, result))
                settled.Add(row);
            else if (result is OutboxResult.Retry { After: { } after })
                postponed.Add((row, after));
        }

        if (settled.Count > 0)
            await DeleteAsync(settled, cancellationToken);
        if (postponed.Count > 0)
            await PostponeAsync(postponed, cancellationToken);
        return claimed.Count;
    }

    /// <summary>Only rows as they were claimed: one that was laid down anew meanwhile has something to do again.</summary>
    private async Task DeleteAsync(List<OutboxRow> settled, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        foreach (var same in settled.GroupBy(row => row.Attempts))
        {
            var ids = same.Select(row => row.Id).ToList();
            await db.Set<OutboxRow>().Where(row => ids.Contains(row.Id) && row.Attempts == same.Key).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task<List<OutboxRow>> ClaimAsync(EventLane lane, OutboxKind kind, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.NowUtc();
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var due = await db.Set<OutboxRow>().AsNoTracking()
                .Where(row => row.Lane == lane && row.Kind == kind && row.DueUtc <= now)
                .OrderBy(row => row.DueUtc)
                .ThenBy(row => row.Id)
                .Take(handlersByKind[kind].MostRows)
                .ToListAsync(cancellationToken);

            // When another node took one of them meanwhile, a count does not say which: look again at what it left.
            if (due.Count == 0 || await TryMarkAsync(db, due, lane, now, cancellationToken))
                return due;
        }
    }

    /// <summary>All of them or none.</summary>
    private async Task<bool> TryMarkAsync(TDb db, List<OutboxRow> due, EventLane lane, DateTime now, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var same in due.GroupBy(row => row.Attempts))
        {
            var ids = same.Select(row => row.Id).ToList();
            var next = now + Backoff(lane, same.Key);
            var marked = await db.Set<OutboxRow>()
                .Where(row => ids.Contains(row.Id) && row.Attempts == same.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, same.Key + 1).SetProperty(row => row.DueUtc, next), cancellationToken);
            if (marked != ids.Count)
                return false;
        }

        await transaction.CommitAsync(cancellationToken);
        due.ForEach(row => row.Attempts++);
        return true;
    }

    private static async Task<IReadOnlyList<OutboxResult>> HandleAsync(List<OutboxRow> rows, IOutboxHandler handler, CancellationToken cancellationToken)
    {
        try
        {
            return await handler.HandleAsync(rows, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return [.. Enumerable.Repeat(new OutboxResult.Retry(Error: error), rows.Count)];
        }
    }

    /// <returns>True when the row has nothing more to do.</returns>
    private bool IsSettled(OutboxRow row, OutboxResult result)
    {
        switch (result)
        {
            case OutboxResult.Done:
                return true;
            case OutboxResult.GiveUp gaveUp:
                LogGaveUp(logger, row.Kind, row.Id, gaveUp.Code);
                return true;
            case OutboxResult.Retry { Error: { } error }:
                if (row.Attempts >= AlarmingAttempts)
                    LogStuck(logger, row.Kind, row.Lane, row.Id, row.Attempts, error.GetType().Name);
                else
                    LogFailed(logger, row.Kind, row.Lane, row.Id, row.Attempts, error.GetType().Name);
                return false;
            default:
                return false;
        }
    }

    private async Task PostponeAsync(List<(OutboxRow Row, TimeSpan After)> postponed, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (row, after) in postponed)
        {
            var next = now + after;
            await db.Set<OutboxRow>()
                .Where(other => other.Id == row.Id && other.Attempts == row.Attempts)
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.DueUtc, next), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>10 s, doubling: up to 30 s for an Emergency, up to 5 min for the rest.</summary>
    private static TimeSpan Backoff(EventLane lane, int attempts) => TimeSpan.FromSeconds(
        Math.Min(10 << Math.Min(attempts, 10), lane == EventLane.Emergency ? 30 : 300));

    [LoggerMessage(1, LogLevel.Warning, "The outbox could not be swept (lane {Lane}, {Error}).")]
    private static partial void LogSweepFailed(ILogger logger, EventLane lane, string error);

    [LoggerMessage(2, LogLevel.Warning, "{Kind} row {Id} of lane {Lane} failed at attempt {Attempts} ({Error}).")]
    private static partial void LogFailed(ILogger logger, OutboxKind kind, EventLane lane, long id, int attempts, string error);

    [LoggerMessage(3, LogLevel.Error, "{Kind} row {Id} of lane {Lane} is stuck: {Attempts} attempts, last {Error}. It will be tried again.")]
    private static partial void LogStuck(ILogger logger, OutboxKind kind, EventLane lane, long id, int attempts, string error);

    [LoggerMessage(4, LogLevel.Error, "{Kind} row {Id} was given up ({Code}).")]
    private static partial void LogGaveUp(ILogger logger, OutboxKind kind, long id, string code);
}
