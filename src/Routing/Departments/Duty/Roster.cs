using Senim.Intake.Promises;

namespace Senim.Routing.Departments.Duty;

/// <summary>Who answers for one unit, as it was read at one moment; what it says is a pure function of it.</summary>
/// <param name="Members">Accounts of the unit itself.</param>
/// <param name="Reaching">Accounts that may see what lies in the unit's queue: only they can stand in. None of them is barred.</param>
/// <param name="Shifts">Empty where no pattern was made: then every member is on duty at every hour, so that nobody waits for a form.</param>
/// <param name="Absences">Of whoever is named in the rest.</param>
internal sealed record Roster(
    string UnitCode,
    IReadOnlyList<string> Members,
    IReadOnlySet<string> Reaching,
    string? HeadId,
    IReadOnlyList<DutyShift> Shifts,
    IReadOnlyList<DutyAbsence> Absences)
{
    /// <summary>Accounts on duty at that moment, each once.</summary>
    public IReadOnlyList<string> OnDutyAt(DateTime utc, IWorkingHours hours) =>
    [
        .. (Shifts.Count == 0 ? Members : Shifts.Where(shift => shift.Covers(utc, hours)).Select(shift => shift.StaffId))
            .Select(staff => Present(staff, utc))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The head, or whoever stands in; null where there is neither.</summary>
    public string? HeadAt(DateTime utc) => HeadId is null ? null : Present(HeadId, utc);

    /// <summary>Whoever has ever a shift here, is a member or the head: somebody could be alerted at some hour.</summary>
    public IReadOnlyList<string> Everybody =>
    [
        .. Members.Concat(Shifts.Select(shift => shift.StaffId)).Append(HeadId).OfType<string>().Where(Reaching.Contains).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The person, or who stands in for them, or who stands in for that one; a ring of substitutes has nobody.</summary>
    private string? Present(string staffId, DateTime utc)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var staff = staffId; staff is not null && seen.Add(staff);)
        {
            var away = Absences.Where(absence => absence.StaffId == staff && absence.Covers(utc)).ToList();
            if (away.Count == 0)
                return Reaching.Contains(staff) ? staff : null;
            staff = away.Select(absence => absence.SubstituteId).FirstOrDefault(substitute => substitute is not null);
        }

        return null;
    }
}
