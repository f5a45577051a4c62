using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Places;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Storage;

namespace Senim.Routing.Departments.Reachability;

/// <summary>Looks at every unit with a living division: whether somebody there can be alerted, and who is alerted instead.</summary>
internal sealed class OwnerReach(Rosters rosters, DepartmentTree tree, IPlaceDirectory places, TimeProvider clock)
{
    public async Task<ReachReport> LookAsync(RoutingDb db, CancellationToken cancellationToken)
    {
        var dead = await LiveDepartments.ListDeadAsync(db, cancellationToken);
        var units = Units().Where(code => !dead.Contains(code)).ToList();
        var byUnit = await rosters.ReadAsync(db, units, null, cancellationToken);
        var reached = units.Where(code => byUnit[code].Everybody.Count > 0).ToHashSet(StringComparer.Ordinal);
        return new ReachReport(
            clock.NowUtc(),
            units.Count,
            units.Count(code => code != OwningUnit.NationalCode && !tree.IsRegion(code)),
            [.. units.Where(code => !reached.Contains(code)).Select(code => new UnreachedUnit(code, UnreachedWhy.NobodyThere, Above(code).FirstOrDefault(reached.Contains)))]);
    }

    /// <summary>The national desk, the regions, then their units.</summary>
    private IEnumerable<string> Units() =>
    [
        OwningUnit.NationalCode,
        .. places.Regions.Select(region => region.Code),
        .. places.Regions.SelectMany(region => places.UnitsOf(region.Code)).Select(place => place.Code).Where(code => tree.Find(code) is not null),
    ];

    private IEnumerable<string> Above(string code) =>
        code == OwningUnit.NationalCode ? [] : tree.OwnersOf(code).Skip(1).Select(owner => owner.Code);
}
