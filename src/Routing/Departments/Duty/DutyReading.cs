using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Places;
using Senim.Intake.Promises;
using Senim.Routing.Departments.Audit;
using Senim.Routing.Departments.Reachability;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Departments.Duty;

/// <summary>Shows who is on duty, as far as a scope reaches.</summary>
internal sealed class DutyReading(
    IDbContextFactory<RoutingDb> contexts, Rosters rosters, OwnerReach reach, DepartmentTree tree, IPlaceDirectory places, IWorkingHours hours, TimeProvider clock)
{
    private const int MostAudited = 50;

    public static bool MayChange(StaffScope scope, OwningUnit unit) => scope.Role != StaffRole.Officer && MaySee(scope, unit);

    public async Task<IReadOnlyList<DutyLine>?> ListAsync(StaffScope scope, string? regionCode, CancellationToken cancellationToken)
    {
        if (UnitsOf(scope, regionCode) is not { } codes)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Code, cancellationToken);
        var byUnit = await rosters.ReadAsync(db, codes, null, cancellationToken);
        var names = await NamesAsync(db, cancellationToken);
        return [.. codes.Select(code => Line(byUnit[code], units.GetValueOrDefault(code), names))];
    }

    public async Task<UnitDuty?> OpenAsync(StaffScope scope, string unitCode, CancellationToken cancellationToken)
    {
        if (tree.Find(unitCode) is not { } unit || !MaySee(scope, unit))
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var roster = (await rosters.ReadAsync(db, [unitCode], null, cancellationToken))[unitCode];
        var row = await db.Units.AsNoTracking().FirstOrDefaultAsync(known => known.Code == unitCode, cancellationToken);
        var names = await NamesAsync(db, cancellationToken);
        var audit = await db.Audit.AsNoTracking().Where(line => line.UnitCode == unitCode).OrderByDescending(line => line.Id).Take(MostAudited).ToListAsync(cancellationToken);
        var own = roster.Members.ToHashSet(StringComparer.Ordinal);
        return new UnitDuty(
            Line(roster, row, names),
            unit.RegionCode,
            roster.HeadId,
            [.. roster.Reaching.Select(id => new DutyPerson(id, names.Of(id)!, own.Contains(id))).OrderByDescending(person => person.IsMember).ThenBy(person => person.Name, StringComparer.Ordinal)],
            [.. roster.Shifts.OrderBy(shift => (int)shift.Days).ThenBy(shift => shift.FromMinute).ThenBy(shift => shift.Id.ToString()).Select(shift => Line(shift, roster, names))],
            [.. roster.Absences.Where(absence => own.Contains(absence.StaffId)).OrderBy(absence => absence.FromUtc).Select(absence => Line(absence, names))],
            MayChange(scope, unit),
            [.. audit.Select(line => new AuditLine(line.AtUtc, names.Of(line.By), line.Action, names.Of(line.About), names.Of(line.Substitute), line.Detail))]);
    }

    public async Task<IReadOnlyList<UnreachedUnit>> ListUnreachedAsync(StaffScope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var report = await reach.LookAsync(db, cancellationToken);
        return [.. report.Unreached.Where(unit => MayChange(scope, tree.Find(unit.UnitCode)!))];
    }

    private static bool MaySee(StaffScope scope, OwningUnit unit) => Reach.Includes(scope, unit.Code, unit.RegionCode);

    /// <returns>Null when absent.</returns>
    private IReadOnlyList<string>? UnitsOf(StaffScope scope, string? regionCode)
    {
        var region = regionCode ?? scope.UnitCode;
        if (scope.Role == StaffRole.Officer)
            return regionCode is null || regionCode == scope.UnitCode ? [scope.UnitCode] : null;
        if (scope.Role == StaffRole.RegionalLead && region != scope.UnitCode)
            return null;
        if (region == OwningUnit.NationalCode)
            return [region, .. places.Regions.Select(known => known.Code)];
        return tree.IsRegion(region)
            ? [region, .. places.UnitsOf(region).Select(place => place.Code).Where(code => tree.Find(code) is not null)]
            : null;
    }

    private DutyLine Line(Roster roster, UnitRow? unit, Names names)
    {
        var now = clock.NowUtc();
        return new DutyLine(
            roster.UnitCode,
            unit?.IsLive ?? true,
            unit is { IsLive: true } ? unit.LiveSinceUtc : null,
            names.Of(roster.HeadId),
            [.. roster.OnDutyAt(now, hours).Select(id => names.Of(id)!)]);
    }

    private static DutyShiftLine Line(DutyShift shift, Roster roster, Names names) =>
        new(shift.Id, names.Of(shift.StaffId)!, shift.Days, DutyWords.Time(shift.FromMinute), DutyWords.Time(shift.ToMinute), !roster.Reaching.Contains(shift.StaffId));

    private static DutyAbsenceLine Line(DutyAbsence absence, Names names) =>
        new(absence.Id, names.Of(absence.StaffId)!, names.Of(absence.SubstituteId), absence.FromUtc, absence.ToUtc);

    private static async Task<Names> NamesAsync(RoutingDb db, CancellationToken cancellationToken) =>
        new(await db.Users.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.DisplayName, cancellationToken));

    /// <summary>Names for accounts; one that is gone is shown by its id.</summary>
    private sealed record Names(IReadOnlyDictionary<string, string> ById)
    {
        public string? Of(string? staffId) => staffId is null ? null : ById.GetValueOrDefault(staffId, staffId);
    }
}
