using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Senim.Intake.Checkups;
using Senim.Intake.Places;
using Senim.Routing.Storage;

namespace Senim.Routing.Departments;

/// <summary>Every unit that signals are sent to has somebody who can sign in and read them.</summary>
internal sealed class ReachableOwnersCheck(
    IDbContextFactory<RoutingDb> contexts, DepartmentTree tree, IPlaceDirectory places, TimeProvider clock) : ICheck
{
    /// <summary>Longer than the locks that follow wrong passwords: whoever is locked for longer was locked by somebody.</summary>
    private static readonly TimeSpan PassingLock = TimeSpan.FromDays(1);

    private const int MostNamed = 4;

    public string About => "Staff";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var dead = await db.Units.Where(unit => !unit.IsLive).Select(unit => unit.Code).ToListAsync(cancellationToken);
            var staff = await db.Users.Select(user => new { user.Role, user.UnitCode, user.LockoutEnd }).ToListAsync(cancellationToken);
            var later = clock.GetUtcNow() + PassingLock;
            var reached = staff.Where(member => member.LockoutEnd is null || member.LockoutEnd < later)
                .Select(member => (member.Role, member.UnitCode))
                .ToHashSet();
            return [.. Find(dead.ToHashSet(), reached)];
        }
        catch (DbException)
        {
            // The check of the database itself says so.
            return [];
        }
    }

    private IEnumerable<Finding> Find(HashSet<string> dead, HashSet<(StaffRole Role, string UnitCode)> reached)
    {
        if (!reached.Contains((StaffRole.National, OwningUnit.NationalCode)))
            yield return new Finding(About, "nobody can sign in for the national desk, which owns what no other unit can.", "Run: senim staff add NAME --role national");

        var regions = places.Regions.Where(region => !dead.Contains(region.Code)).ToList();
        var leaderless = regions.Where(region => !reached.Contains((StaffRole.RegionalLead, region.Code))).ToList();
        if (leaderless.Count > 0)
            yield return new Finding(About, $"{leaderless.Count} of {regions.Count} regions have no lead who can sign in: {Named(leaderless)}.", "Run for each: senim staff add NAME --role lead --unit CODE");

        var units = places.Regions.SelectMany(region => places.UnitsOf(region.Code))
            .Where(unit => !dead.Contains(unit.Code) && tree.Find(unit.Code) is not null)
            .ToList();
        var unread = units.Where(unit => !reached.Contains((StaffRole.Officer, unit.Code))).ToList();
        if (unread.Count > 0)
            yield return new Finding(About, $"{unread.Count} of {units.Count} divisions have no officer who can sign in: {Named(unread)}.", "Run for each: senim staff add NAME --role officer --unit CODE. Where there is no division: senim division close CODE, and its region reads.");
    }

    private static string Named(List<Place> units) =>
        string.Join(", ", units.Take(MostNamed).Select(unit => $"{unit.Code} {unit.NameEn}")) + (units.Count > MostNamed ? " and others" : "");
}
