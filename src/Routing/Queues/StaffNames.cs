using Microsoft.EntityFrameworkCore;
using Senim.Routing.Storage;

namespace Senim.Routing.Queues;

/// <summary>Names of colleagues for accounts; an account that is gone is shown by its id.</summary>
internal static class StaffNames
{
    public static async Task<string> OfAsync(RoutingDb db, string staffId, CancellationToken cancellationToken) =>
        (await OfAsync(db, [staffId], cancellationToken)).GetValueOrDefault(staffId, staffId);

    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(RoutingDb db, IEnumerable<string?> staffIds, CancellationToken cancellationToken)
    {
        var ids = staffIds.OfType<string>().Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<string, string>()
            : await db.Users.Where(member => ids.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.DisplayName, cancellationToken);
    }
}
