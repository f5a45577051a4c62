using Senim.Routing.Departments;

namespace Senim.Routing.Queues;

/// <summary>What a scope reaches: the one place where this is said.</summary>
internal static class Reach
{
    public static IQueryable<QueueItem> Within(this IQueryable<QueueItem> items, StaffScope scope) => scope.Role switch
    {
        StaffRole.Officer => items.Where(item => item.UnitCode == scope.UnitCode && item.RecusedUnitCode != scope.UnitCode),
        StaffRole.RegionalLead => items.Where(item => item.RegionCode == scope.UnitCode && item.RecusedUnitCode != scope.UnitCode),
        StaffRole.National => items,
    };

    /// <summary>What the scope passed to others who have not accepted it yet: still its own to read and to take back.</summary>
    public static IQueryable<QueueItem> PassedOnBy(this IQueryable<QueueItem> items, StaffScope scope) => scope.Role switch
    {
        StaffRole.Officer => items.Where(item => item.FromUnitCode == scope.UnitCode && item.RecusedUnitCode != scope.UnitCode),
        StaffRole.RegionalLead => items.Where(item => item.FromRegionCode == scope.UnitCode && item.RecusedUnitCode != scope.UnitCode),
        StaffRole.National => items.Where(item => item.FromUnitCode != null),
    };

    public static bool Includes(StaffScope scope, string unitCode, string regionCode) => scope.Role switch
    {
        StaffRole.Officer => unitCode == scope.UnitCode,
        StaffRole.RegionalLead => regionCode == scope.UnitCode,
        StaffRole.National => true,
    };
}
