using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Storage;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Drills;

internal sealed class DrillBook(IDbContextFactory<RoutingDb> contexts, WriteGate<RoutingDb> gate, DepartmentTree tree, TimeProvider clock) : IDrills
{
    /// <summary>A quarter of a year.</summary>
    private const int MostShown = 13;

    public async Task<DrillLine?> FindOpenAsync(StaffScope scope, CancellationToken cancellationToken)
    {
        var since = clock.NowUtc() - DrillSweep.AnsweredWithin;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Drills.AsNoTracking()
            .Where(drill => drill.UnitCode == scope.UnitCode && drill.AnsweredUtc == null && drill.People > 0 && drill.BegunUtc > since)
            .OrderByDescending(drill => drill.BegunUtc)
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : Line(row, null);
    }

    public async Task<bool> AnswerAsync(StaffScope scope, Guid drillId, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await db.Drills
            .Where(drill => drill.Id == drillId && drill.UnitCode == scope.UnitCode && drill.AnsweredUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(drill => drill.AnsweredUtc, now).SetProperty(drill => drill.AnsweredBy, scope.StaffId), cancellationToken);
        return await db.Drills.AnyAsync(drill => drill.Id == drillId && drill.UnitCode == scope.UnitCode, cancellationToken);
    }

    public async Task<IReadOnlyList<DrillLine>?> ListAsync(StaffScope scope, string unitCode, CancellationToken cancellationToken)
    {
        if (tree.Find(unitCode) is not { } unit || !Reach.Includes(scope, unit.Code, unit.RegionCode))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Drills.AsNoTracking().Where(drill => drill.UnitCode == unitCode).OrderByDescending(drill => drill.BegunUtc).Take(MostShown).ToListAsync(cancellationToken);
        var names = await StaffNames.OfAsync(db, rows.Select(row => row.AnsweredBy), cancellationToken);
        return [.. rows.Select(row => Line(row, row.AnsweredBy is { } by ? names.GetValueOrDefault(by, by) : null))];
    }

    private static DrillLine Line(DrillRow row, string? by) =>
        new(row.Id, row.UnitCode, row.BegunUtc, row.People, row.AnsweredUtc - row.BegunUtc, by);
}

internal static class DrillQueries
{
    public static async Task<bool> AnyDrillAsync(this IDbContextFactory<RoutingDb> contexts, string unit, DateOnly week, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Drills.AnyAsync(drill => drill.UnitCode == unit && drill.Week == week, cancellationToken);
    }
}
