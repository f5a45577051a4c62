using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Likeness;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Links;

internal sealed class LinkDesk(
    IDbContextFactory<RoutingDb> contexts,
    QueueWrites writes,
    QueueReading reading,
    ISignalLikeness likeness,
    WriteGate<RoutingDb> gate,
    TimeProvider clock) : ILinkDesk
{
    /// <summary>Among more than these nobody looks for the same matter.</summary>
    private const int MostLookedThrough = 2000;

    private const int MostListed = 50;

    /// <summary>What is told of one matter is told within weeks.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<LinkedCase>> ListAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(scope, itemId, cancellationToken) is null)
            return [];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Of(db, itemId)
            .Where(row => row.State != LinkState.Apart)
            .OrderByDescending(row => row.State)
            .ThenByDescending(row => row.Score)
            .Take(MostListed)
            .ToListAsync(cancellationToken);
        var lines = await reading.LinesAsync(scope, [.. rows.Select(row => row.Other(itemId))], cancellationToken);
        var names = await StaffNames.OfAsync(db, rows.Select(row => row.SaidBy), cancellationToken);
        return
        [
            .. from row in rows
               let line = lines.GetValueOrDefault(row.Other(itemId))
               where line is not null
               select new LinkedCase(line, row.State == LinkState.Linked, row.Score, row.SaidBy is { } said ? names.GetValueOrDefault(said, said) : null),
        ];
    }

    public async Task<int?> LookAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(scope, itemId, cancellationToken) is not { } item)
            return null;
        var candidates = await CandidatesAsync(scope, item, cancellationToken);
        var like = await likeness.FindAsync(new SignalId(item.SignalId), [.. candidates.Keys.Select(id => new SignalId(id))], cancellationToken);
        if (like.Count > 0)
            await KeepAsync(itemId, like.ToDictionary(found => candidates[found.Signal.Value], found => found.Score), cancellationToken);
        return like.Count;
    }

    public async Task<LinkOutcome> SayAsync(StaffScope scope, Guid itemId, string reference, bool areOne, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var typed = reference.Trim().ToUpperInvariant();
        var outcome = LinkOutcome.NotFound;
        await writes.ChangeManyAsync(
            async db =>
            {
                if (await db.Items.Within(scope).FirstOrDefaultAsync(known => known.Id == itemId, cancellationToken) is not { } item)
                    return Told(LinkOutcome.NotFound);
                if (await db.Items.Within(scope).FirstOrDefaultAsync(known => known.Reference == typed, cancellationToken) is not { } other)
                    return Told(LinkOutcome.NoSuchReference);
                if (other.Id == itemId)
                    return Told(LinkOutcome.Itself);
                outcome = LinkOutcome.Done;
                return await SayAsync(db, scope, item, other, areOne, cancellationToken);
            },
            cancellationToken);
        return outcome;

        QueueItem[] Told(LinkOutcome told)
        {
            outcome = told;
            return [];
        }
    }

    private async Task<QueueItem[]> SayAsync(RoutingDb db, StaffScope scope, QueueItem item, QueueItem other, bool areOne, CancellationToken cancellationToken)
    {
        var state = areOne ? LinkState.Linked : LinkState.Apart;
        var pair = CaseLinkRow.Of(item.Id, other.Id);
        var row = await db.Links.FirstOrDefaultAsync(known => known.FirstId == pair.FirstId && known.SecondId == pair.SecondId, cancellationToken);
        if (row?.State == state)
            return [];
        if (row is null)
            db.Add(row = pair);
        (row.State, row.SaidBy, row.AtUtc) = (state, scope.StaffId, clock.NowUtc());
        var action = areOne ? QueueAction.Linked : QueueAction.Parted;
        item.Note(action, scope.StaffId, other.Reference, row.AtUtc);
        other.Note(action, scope.StaffId, item.Reference, row.AtUtc);
        return [item, other];
    }

    /// <returns>Ids of items by those of their signals; the nearest in time.</returns>
    private async Task<Dictionary<Guid, Guid>> CandidatesAsync(StaffScope scope, QueueItem item, CancellationToken cancellationToken)
    {
        var (from, to) = (item.ReceivedUtc - Window, item.ReceivedUtc + Window);
        var categories = item.Categories.Split(',', StringSplitOptions.RemoveEmptyEntries);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var near = await db.Items.AsNoTracking()
            .Within(scope)
            .Where(other => other.UnitCode == item.UnitCode && other.ReceivedUtc >= from && other.ReceivedUtc <= to && other.Id != item.Id)
            .OrderByDescending(other => other.ReceivedUtc)
            .Take(MostLookedThrough)
            .Select(other => new { other.Id, other.SignalId, other.Categories, other.ReceivedUtc })
            .ToListAsync(cancellationToken);
        return near
            .Where(other => other.Categories.Split(',').Intersect(categories).Any())
            .OrderBy(other => (other.ReceivedUtc - item.ReceivedUtc).Duration())
            .Take(ISignalLikeness.MostCompared)
            .ToDictionary(other => other.SignalId, other => other.Id);
    }

    /// <summary>Two who look at once may both find a pair: whoever comes second finds it there.</summary>
    private async Task KeepAsync(Guid itemId, Dictionary<Guid, int> scores, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var known = await Of(db, itemId).ToListAsync(cancellationToken);
            foreach (var (other, score) in scores)
            {
                var row = known.FirstOrDefault(pair => pair.Other(itemId) == other);
                if (row is null)
                    db.Add(row = CaseLinkRow.Of(itemId, other));
                if (row.State == LinkState.Likely)
                    (row.Score, row.AtUtc) = (score, clock.NowUtc());
            }

            try
            {
                using (await gate.EnterAsync(CancellationToken.None))
                    await db.SaveChangesAsync(CancellationToken.None);
                return;
            }
            catch (DbUpdateException) when (attempt < 3)
            {
            }
        }
    }

    private static IQueryable<CaseLinkRow> Of(RoutingDb db, Guid itemId) => db.Links.Where(row => row.FirstId == itemId || row.SecondId == itemId);
}
