using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Ladder;

/// <summary>Keeps the ladder of each item that changes to what the item now waits for, in the same transaction.</summary>
internal sealed class LadderFollowing(LadderTimes times, TimeProvider clock)
{
    public async Task FollowAsync(RoutingDb db, IReadOnlyCollection<QueueItem> items, CancellationToken cancellationToken)
    {
        var ids = items.Where(item => db.Entry(item).State != EntityState.Added).Select(item => item.Id).ToList();
        var known = ids.Count == 0
            ? []
            : await db.Ladders.Where(row => ids.Contains(row.ItemId)).ToDictionaryAsync(row => row.ItemId, cancellationToken);
        foreach (var item in items)
        {
            if (known.GetValueOrDefault(item.Id) is not { } row)
                db.Add(row = new LadderRow { ItemId = item.Id });
            row.Follow(item, times, clock.NowUtc());
        }
    }
}
