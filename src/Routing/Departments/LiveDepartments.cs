using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Routing.Departments.Audit;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Departments;

/// <summary>The tree with the liveness of its units, which lies in the database.</summary>
internal sealed class LiveDepartments(IDbContextFactory<RoutingDb> contexts, DepartmentTree tree, QueueWrites writes, TimeProvider clock) : IDepartments
{
    /// <summary>Codes of the units without a living division.</summary>
    public static async Task<IReadOnlySet<string>> ListDeadAsync(RoutingDb db, CancellationToken cancellationToken) =>
        await db.Units.Where(unit => !unit.IsLive).Select(unit => unit.Code).ToHashSetAsync(cancellationToken);

    public Task<bool> SetLiveAsync(string unitCode, bool isLive, CancellationToken cancellationToken) =>
        SwitchAsync(unitCode, isLive, null, cancellationToken);

    /// <inheritdoc cref="SetLiveAsync"/>
    /// <param name="by">Id of the account; null for the operator.</param>
    internal async Task<bool> SwitchAsync(string unitCode, bool isLive, string? by, CancellationToken cancellationToken)
    {
        if (unitCode == OwningUnit.NationalCode || tree.Find(unitCode) is not { } unit)
            return false;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var row = await db.Units.FirstOrDefaultAsync(known => known.Code == unitCode, cancellationToken);
            if (row is null)
                db.Add(row = new UnitRow { Code = unitCode, IsLive = true });
            if (row.IsLive != isLive)
                Switch(db, row, isLive, by);
            await db.SaveChangesAsync(cancellationToken);
        }

        await MoveWaitingAsync(unit, cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<string>> ListWithoutDivisionAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await ListDeadAsync(db, cancellationToken)).Order(StringComparer.Ordinal)];
    }

    private void Switch(RoutingDb db, UnitRow row, bool isLive, string? by)
    {
        var now = clock.NowUtc();
        row.IsLive = isLive;
        row.LiveSinceUtc = isLive ? now : null;
        db.Add(new AuditRow { AtUtc = now, By = by, UnitCode = row.Code, Action = isLive ? AuditAction.DivisionOpened : AuditAction.DivisionClosed });
    }

    private async Task MoveWaitingAsync(OwningUnit unit, CancellationToken cancellationToken)
    {
        List<Guid> waiting;
        // The first two digits of a code name the region, so this finds every item from the region whoever owns it now; and what units
        // of the region took over from others.
        var prefix = unit.RegionCode[..2];
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            waiting = await db.Items
                .Where(item => ((item.PlaceCode != null && item.PlaceCode.StartsWith(prefix)) || item.RegionCode == unit.RegionCode)
                    && (item.State == QueueState.New || item.State == QueueState.Reopened))
                .Select(item => item.Id)
                .ToListAsync(cancellationToken);
        }

        foreach (var id in waiting)
            await writes.ChangeAsync(db => MoveAsync(db, id, cancellationToken), cancellationToken);
    }

    private async Task<QueueItem?> MoveAsync(RoutingDb db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Items.FirstOrDefaultAsync(item => item.Id == id, cancellationToken) is not { IsWaiting: true } item)
            return null;
        var owner = tree.OwnerOf(item.IsPlacedByStaff ? item.UnitCode : item.PlaceCode, await ListDeadAsync(db, cancellationToken), item.RecusedUnitCode);
        if (owner.Code == item.UnitCode)
            return null;
        item.MoveTo(owner, clock.NowUtc());
        return item;
    }
}
