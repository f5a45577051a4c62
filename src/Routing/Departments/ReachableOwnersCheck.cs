using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Senim.Intake.Checkups;
using Senim.Intake.Places;
using Senim.Routing.Departments.Reachability;
using Senim.Routing.Storage;

namespace Senim.Routing.Departments;

/// <summary>Every unit that signals are sent to has somebody who can be alerted; else it says who is alerted instead.</summary>
internal sealed class ReachableOwnersCheck(IDbContextFactory<RoutingDb> contexts, OwnerReach reach, IPlaceDirectory places) : ICheck
{
    private const int MostNamed = 4;

    public string About => "Staff";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var report = await reach.LookAsync(db, cancellationToken);
            var regions = report.Unreached.Where(unit => IsRegion(unit.UnitCode)).ToList();
            var divisions = report.Unreached.Where(unit => unit.UnitCode != OwningUnit.NationalCode && !IsRegion(unit.UnitCode)).ToList();
            return
            [
                .. National(report),
                .. Regions(regions),
                .. Divisions(divisions, report.Divisions),
            ];
        }
        catch (DbException)
        {
            // The check of the database itself says so.
            return [];
        }
    }

    private IEnumerable<Finding> National(ReachReport report)
    {
        if (report.Unreached.Any(unit => unit.UnitCode == OwningUnit.NationalCode))
            yield return new Finding(About, "nobody can sign in for the national desk, which owns what no other unit can.", "Run: senim staff add NAME --role national");
    }

    private IEnumerable<Finding> Regions(List<UnreachedUnit> regions)
    {
        if (regions.Count > 0)
            yield return new Finding(About, $"{regions.Count} of {places.Regions.Count} regions have no lead who can sign in: {Named(regions)}.", "Run for each: senim staff add NAME --role lead --unit CODE");
    }

    private IEnumerable<Finding> Divisions(List<UnreachedUnit> divisions, int all)
    {
        if (divisions.Count > 0)
            yield return new Finding(About, $"{divisions.Count} of {all} divisions have no officer who can sign in: {Named(divisions)}.", "Run for each: senim staff add NAME --role officer --unit CODE. Where there is no division: senim division close CODE, and its region reads.");
    }

    private bool IsRegion(string code) => places.Find(code) is { Level: PlaceLevel.Region };

    private string Named(List<UnreachedUnit> units) =>
        string.Join(", ", units.Take(MostNamed).Select(unit => $"{Name(unit.UnitCode)} (instead: {Instead(unit)})")) + (units.Count > MostNamed ? " and others" : "");

    private string Instead(UnreachedUnit unit) => unit.Fallback switch
    {
        null => "nobody",
        OwningUnit.NationalCode => "the national desk",
        var code => Name(code),
    };

    private string Name(string code) => $"{code} {places.Find(code)?.NameEn}";
}
