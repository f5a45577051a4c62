using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;
using Senim.Routing.Ladder;
using Senim.Routing.Storage;

namespace Senim.Routing.Queues;

/// <summary>
/// The one way by which items change: the item, its history and what is owed to the reporter's side become durable in one
/// transaction, and only then the queue is said to have changed. Whoever loses a race looks again at what the winner left.
/// </summary>
internal sealed class QueueWrites(IDbContextFactory<RoutingDb> contexts, WriteGate<RoutingDb> gate, OutboxBell<RoutingDb> bell, QueueChanges changes, LadderFollowing ladders, TimeProvider clock)
{
    /// <summary>Each loser of a race means that somebody won it, so this many losses in a row are no race but a fault.</summary>
    private const int MostAttempts = 20;

    /// <param name="change">Runs over a fresh context, more than once if need be; returns the item it changed or added, or null for nothing to save.</param>
    public Task ChangeAsync(Func<RoutingDb, Task<QueueItem?>> change, CancellationToken cancellationToken) =>
        ChangeManyAsync(async db => await change(db) is { } item ? [item] : [], cancellationToken);

    /// <inheritdoc cref="ChangeAsync"/>
    public async Task ChangeManyAsync(Func<RoutingDb, Task<IReadOnlyCollection<QueueItem>>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var items = await change(db);
            if (items.Count == 0)
                return;
            var units = items.SelectMany(item => Concerned(db, item)).ToHashSet();
            db.AddRange(items.Where(item => OwedToReporter(db, item)).Select(item => Owed(item, IsMissed(db, item))).ToList());
            await ladders.FollowAsync(db, items, cancellationToken);
            try
            {
                // Whoever asked may be gone by now; what they decided still counts.
                using (await gate.EnterAsync(CancellationToken.None))
                    await db.SaveChangesAsync(CancellationToken.None);
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
                continue;
            }

            foreach (var lane in items.Select(Lane).Distinct())
                bell.Ring(lane);
            foreach (var (unit, region) in units)
                changes.Tell(unit, region);
            return;
        }
    }

    /// <summary>Those who have it or had it, and those who passed it on.</summary>
    private static IEnumerable<(string Unit, string Region)> Concerned(RoutingDb db, QueueItem item)
    {
        yield return (item.UnitCode, item.RegionCode);
        var entry = db.Entry(item);
        if (entry.State == EntityState.Added)
            yield break;
        yield return (entry.Property(known => known.UnitCode).OriginalValue, entry.Property(known => known.RegionCode).OriginalValue);
        if ((item.FromUnitCode ?? entry.Property(known => known.FromUnitCode).OriginalValue) is { } unit)
            yield return (unit, item.FromRegionCode ?? entry.Property(known => known.FromRegionCode).OriginalValue!);
    }

    /// <summary>The reporter's side hears of every new stage and of every new time at which the next step is promised.</summary>
    private static bool OwedToReporter(RoutingDb db, QueueItem item)
    {
        var entry = db.Entry(item);
        return entry.State == EntityState.Added
            || entry.Property(known => known.State).IsModified
            || IsMissed(db, item)
            || (item.State != QueueState.Closed && entry.Property(known => known.NextDueUtc).IsModified);
    }

    private static bool IsMissed(RoutingDb db, QueueItem item) =>
        item.IsPromised && db.Entry(item) is { State: not EntityState.Added } entry && entry.Property(known => known.MissedRound).IsModified;

    private OutboxRow Owed(QueueItem item, bool isRaised)
    {
        var now = clock.NowUtc();
        return new OutboxRow
        {
            Kind = OutboxKind.Event,
            Lane = Lane(item),
            MessageId = Guid.CreateVersion7(clock.GetUtcNow()),
            Type = ProgressEvent.Progressed,
            RoutingKey = $"{item.RegionCode}.{item.UnitCode}.{item.Urgency.ToString().ToLowerInvariant()}",
            Body = JsonSerializer.Serialize(item.Progress(now, isRaised), IntakeJson.Default.ProgressEvent),
            CreatedUtc = now,
            DueUtc = now,
        };
    }

    private static EventLane Lane(QueueItem item) => item.Urgency == Urgency.Emergency ? EventLane.Emergency : EventLane.Other;
}
