using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Departments.Duty;

/// <summary>Reads rosters.</summary>
internal sealed class Rosters(DepartmentTree tree, TimeProvider clock)
{
    /// <summary>Longer than the locks that follow wrong passwords: whoever is locked for longer was locked by somebody.</summary>
    private static readonly TimeSpan PassingLock = TimeSpan.FromDays(1);

    /// <param name="unitCodes">Codes that are of no unit are left out.</param>
    /// <param name="recused">A unit whose people must not be named, wherever they are on duty; null for none.</param>
    public async Task<IReadOnlyDictionary<string, Roster>> ReadAsync(
        RoutingDb db, IReadOnlyCollection<string> unitCodes, string? recused, CancellationToken cancellationToken)
    {
        List<StaffMember> staff = [.. (await StaffAsync(db, cancellationToken)).Where(member => member.UnitCode != recused)];
        var heads = await db.Units.Where(unit => unit.HeadId != null).ToDictionaryAsync(unit => unit.Code, unit => unit.HeadId, cancellationToken);
        var asked = db.Shifts.AsNoTracking();
        if (unitCodes.Count <= MostAsked)
            asked = asked.Where(shift => unitCodes.Contains(shift.UnitCode));
        var shifts = (await asked.ToListAsync(cancellationToken)).ToLookup(shift => shift.UnitCode);
        var now = clock.NowUtc();
        var absences = await db.Absences.AsNoTracking().Where(absence => absence.ToUtc > now).ToListAsync(cancellationToken);
        return unitCodes.Distinct(StringComparer.Ordinal)
            .Select(tree.Find)
            .OfType<OwningUnit>()
            .ToDictionary(unit => unit.Code, unit => Make(unit, staff, heads.GetValueOrDefault(unit.Code), [.. shifts[unit.Code]], absences));
    }

    /// <summary>Accounts that can sign in, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> StaffAsync(RoutingDb db, CancellationToken cancellationToken)
    {
        var later = clock.GetUtcNow() + PassingLock;
        var staff = await db.Users.AsNoTracking().Where(member => member.LockoutEnd == null || member.LockoutEnd < later).ToListAsync(cancellationToken);
        return [.. staff.OrderBy(member => member.DisplayName, StringComparer.Ordinal)];
    }

    /// <summary>Whether the account may see what lies in the unit's queue.</summary>
    public static bool Reaches(StaffMember member, OwningUnit unit) => Reach.Includes(member.ToScope(), unit.Code, unit.RegionCode);

    /// <summary>Every unit of the country is more than this, and is then read as a whole.</summary>
    private const int MostAsked = 50;

    private static Roster Make(OwningUnit unit, IReadOnlyList<StaffMember> staff, string? head, IReadOnlyList<DutyShift> shifts, IReadOnlyList<DutyAbsence> absences) => new(
        unit.Code,
        [.. staff.Where(member => member.UnitCode == unit.Code).Select(member => member.Id)],
        staff.Where(member => Reaches(member, unit)).Select(member => member.Id).ToHashSet(StringComparer.Ordinal),
        head,
        shifts,
        absences);
}
