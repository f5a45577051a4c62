using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Promises;
using Senim.Intake.Storage;
using Senim.Routing.Departments.Audit;
using Senim.Routing.Departments.Reachability;
using Senim.Routing.Storage;

namespace Senim.Routing.Departments.Duty;

internal sealed class DutyBook(
    IDbContextFactory<RoutingDb> contexts,
    WriteGate<RoutingDb> gate,
    DutyReading reading,
    Rosters rosters,
    LiveDepartments departments,
    DepartmentTree tree,
    IWorkingHours hours,
    TimeProvider clock) : IDutyBook
{
    /// <summary>Shifts of one unit, and absences of one person: far more than anybody needs, few enough to be read each time.</summary>
    private const int MostLines = 100;

    /// <summary>Of two that name the first head of a unit at once, one has to look again.</summary>
    private const int MostAttempts = 3;

    public Task<IReadOnlyList<DutyLine>?> ListAsync(StaffScope scope, string? regionCode, CancellationToken cancellationToken) =>
        reading.ListAsync(scope, regionCode, cancellationToken);

    public Task<IReadOnlyList<UnreachedUnit>> ListUnreachedAsync(StaffScope scope, CancellationToken cancellationToken) =>
        reading.ListUnreachedAsync(scope, cancellationToken);

    public Task<UnitDuty?> OpenAsync(StaffScope scope, string unitCode, CancellationToken cancellationToken) =>
        reading.OpenAsync(scope, unitCode, cancellationToken);

    public async Task<DutyOutcome> ChangeAsync(StaffScope scope, string unitCode, DutyChange change, CancellationToken cancellationToken)
    {
        if (tree.Find(unitCode) is not { } unit || !DutyReading.MayChange(scope, unit))
            return new DutyOutcome.NotFound();
        if (change is DutyChange.SetLive live)
            return await departments.SwitchAsync(unitCode, live.IsLive, scope.StaffId, cancellationToken) ? new DutyOutcome.Done() : new DutyOutcome.NotFound();
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var outcome = await ApplyAsync(db, new Asked(scope, unit), change, cancellationToken);
            if (outcome is not DutyOutcome.Done)
                return outcome;
            try
            {
                using (await gate.EnterAsync(cancellationToken))
                    await db.SaveChangesAsync(cancellationToken);
                return outcome;
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
            }
        }
    }

    private async Task<DutyOutcome> ApplyAsync(RoutingDb db, Asked asked, DutyChange change, CancellationToken cancellationToken) => change switch
    {
        DutyChange.SetHead head => await NameHeadAsync(db, asked, head.StaffId, cancellationToken),
        DutyChange.AddShift shift => await AddAsync(db, asked, shift, cancellationToken),
        DutyChange.RemoveShift shift => await RemoveShiftAsync(db, asked, shift.Id, cancellationToken),
        DutyChange.AddAbsence absence => await AddAsync(db, asked, absence, cancellationToken),
        DutyChange.RemoveAbsence absence => await RemoveAbsenceAsync(db, asked, absence.Id, cancellationToken),
        _ => throw new InvalidOperationException($"Unknown change {change.GetType().Name}."),
    };

    private async Task<DutyOutcome> NameHeadAsync(RoutingDb db, Asked asked, string? staffId, CancellationToken cancellationToken)
    {
        if (staffId is not null && !await MayActAsync(db, asked.Unit, staffId, cancellationToken))
            return new DutyOutcome.Refused(DutyProblem.Person);
        var row = await db.Units.FirstOrDefaultAsync(known => known.Code == asked.Unit.Code, cancellationToken);
        if (row is null)
            db.Add(row = new UnitRow { Code = asked.Unit.Code, IsLive = true });
        if (row.HeadId == staffId)
            return new DutyOutcome.Done();
        row.HeadId = staffId;
        Audit(db, asked, AuditAction.HeadNamed, staffId);
        return new DutyOutcome.Done();
    }

    private async Task<DutyOutcome> AddAsync(RoutingDb db, Asked asked, DutyChange.AddShift shift, CancellationToken cancellationToken)
    {
        const DutyDays all = (DutyDays)255;
        if ((shift.Days & all) == DutyDays.None || (shift.Days & ~all) != DutyDays.None)
            return new DutyOutcome.Refused(DutyProblem.Days);
        if (!await MayActAsync(db, asked.Unit, shift.StaffId, cancellationToken))
            return new DutyOutcome.Refused(DutyProblem.Person);
        var shifts = await db.Shifts.Where(known => known.UnitCode == asked.Unit.Code).ToListAsync(cancellationToken);
        var (from, to) = (Minute(shift.From), Minute(shift.To));
        if (shifts.Exists(known => known.StaffId == shift.StaffId && known.Days == shift.Days && known.FromMinute == from && known.ToMinute == to))
            return new DutyOutcome.Done();
        if (shifts.Count >= MostLines)
            return new DutyOutcome.Refused(DutyProblem.TooMany);
        var row = new DutyShift
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitCode = asked.Unit.Code,
            StaffId = shift.StaffId,
            Days = shift.Days,
            FromMinute = from,
            ToMinute = to,
        };
        db.Add(row);
        Audit(db, asked, AuditAction.ShiftAdded, shift.StaffId, detail: DutyWords.Describe(row));
        return new DutyOutcome.Done();
    }

    private async Task<DutyOutcome> RemoveShiftAsync(RoutingDb db, Asked asked, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Shifts.FirstOrDefaultAsync(shift => shift.Id == id && shift.UnitCode == asked.Unit.Code, cancellationToken) is not { } row)
            return new DutyOutcome.Done();
        db.Remove(row);
        Audit(db, asked, AuditAction.ShiftRemoved, row.StaffId, detail: DutyWords.Describe(row));
        return new DutyOutcome.Done();
    }

    private async Task<DutyOutcome> AddAsync(RoutingDb db, Asked asked, DutyChange.AddAbsence absence, CancellationToken cancellationToken)
    {
        var (from, to) = (absence.FromUtc.ToMilliseconds(), absence.ToUtc.ToMilliseconds());
        if (to <= from || to <= clock.NowUtc())
            return new DutyOutcome.Refused(DutyProblem.Times);
        if (absence.SubstituteId == absence.StaffId)
            return new DutyOutcome.Refused(DutyProblem.Substitute);
        if (!await MayActAsync(db, asked.Unit, absence.StaffId, cancellationToken)
            || (absence.SubstituteId is { } substitute && !await MayActAsync(db, asked.Unit, substitute, cancellationToken)))
            return new DutyOutcome.Refused(DutyProblem.Person);

        // Whoever is away is away everywhere: this may not be said by those who see only a part of where the person works.
        if (!await db.Users.AnyAsync(member => member.Id == absence.StaffId && member.UnitCode == asked.Unit.Code, cancellationToken))
            return new DutyOutcome.Refused(DutyProblem.Person);
        var known = await db.Absences.Where(row => row.StaffId == absence.StaffId && row.ToUtc > from).ToListAsync(cancellationToken);
        if (known.Exists(row => row.SubstituteId == absence.SubstituteId && row.FromUtc == from && row.ToUtc == to))
            return new DutyOutcome.Done();
        if (known.Count >= MostLines)
            return new DutyOutcome.Refused(DutyProblem.TooMany);
        var added = new DutyAbsence
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            StaffId = absence.StaffId,
            SubstituteId = absence.SubstituteId,
            FromUtc = from,
            ToUtc = to,
        };
        db.Add(added);
        Audit(db, asked, AuditAction.AbsenceAdded, added.StaffId, added.SubstituteId, DutyWords.Describe(added, hours));
        return new DutyOutcome.Done();
    }

    private async Task<DutyOutcome> RemoveAbsenceAsync(RoutingDb db, Asked asked, Guid id, CancellationToken cancellationToken)
    {
        var own = db.Users.Where(member => member.UnitCode == asked.Unit.Code).Select(member => member.Id);
        if (await db.Absences.FirstOrDefaultAsync(absence => absence.Id == id && own.Contains(absence.StaffId), cancellationToken) is not { } row)
            return new DutyOutcome.Done();
        db.Remove(row);
        Audit(db, asked, AuditAction.AbsenceRemoved, row.StaffId, row.SubstituteId, DutyWords.Describe(row, hours));
        return new DutyOutcome.Done();
    }

    private async Task<bool> MayActAsync(RoutingDb db, OwningUnit unit, string staffId, CancellationToken cancellationToken) =>
        (await rosters.StaffAsync(db, cancellationToken)).Any(member => member.Id == staffId && Rosters.Reaches(member, unit));

    private void Audit(RoutingDb db, Asked asked, AuditAction action, string? about, string? substitute = null, string detail = "") => db.Add(new AuditRow
    {
        AtUtc = clock.NowUtc(),
        By = asked.By.StaffId,
        UnitCode = asked.Unit.Code,
        Action = action,
        About = about,
        Substitute = substitute,
        Detail = detail,
    });

    private static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;

    private sealed record Asked(StaffScope By, OwningUnit Unit);
}
