using Microsoft.EntityFrameworkCore;
using Senim.Routing.Storage;

namespace Senim.Routing.Queues;

/// <summary>Who of a unit can go on with a case.</summary>
internal static class Colleagues
{
    /// <summary>Longer than the locks that follow wrong passwords: whoever is locked for longer was locked by somebody.</summary>
    private static readonly TimeSpan PassingLock = TimeSpan.FromDays(1);

    /// <param name="without">Id of an account that is left out.</param>
    public static async Task<IReadOnlyList<Colleague>> OfAsync(
        RoutingDb db, string unitCode, string without, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var later = now + PassingLock;
        return await db.Users.AsNoTracking()
            .Where(member => member.UnitCode == unitCode && member.Id != without && (member.LockoutEnd == null || member.LockoutEnd < later))
            .OrderBy(member => member.DisplayName)
            .Select(member => new Colleague(member.Id, member.DisplayName))
            .ToListAsync(cancellationToken);
    }
}
