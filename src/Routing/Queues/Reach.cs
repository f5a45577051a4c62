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

    public static bool Includes(StaffScope scope, string unitCode, string regionCode) => scope.Role switch
    {
        StaffRole.Officer => unitCode == scope.UnitCode,
        StaffRole.RegionalLead => regionCode == scope.UnitCode,
        StaffRole.National => true,
    };
}
