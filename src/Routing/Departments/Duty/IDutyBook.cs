using Senim.Routing.Departments.Audit;
using Senim.Routing.Departments.Reachability;

namespace Senim.Routing.Departments.Duty;

/// <summary>
/// Who is on duty where, and the changes to it. Leads see and change their region, the national desk everything, officers see their own unit;
/// what lies outside is absent. Each change is audited in its own transaction. Safe to share between threads.
/// </summary>
public interface IDutyBook
{
    /// <summary>The units of a region with the region's own desk first; for the national desk without a region: the regions with the national desk first.</summary>
    /// <param name="regionCode">Null: the own region.</param>
    /// <returns>Null when absent.</returns>
    Task<IReadOnlyList<DutyLine>?> ListAsync(StaffScope scope, string? regionCode, CancellationToken cancellationToken);

    /// <summary>Units of the scope in which nobody can be alerted, and who is alerted instead; nothing for officers.</summary>
    Task<IReadOnlyList<UnreachedUnit>> ListUnreachedAsync(StaffScope scope, CancellationToken cancellationToken);

    /// <returns>Null when absent.</returns>
    Task<UnitDuty?> OpenAsync(StaffScope scope, string unitCode, CancellationToken cancellationToken);

    Task<DutyOutcome> ChangeAsync(StaffScope scope, string unitCode, DutyChange change, CancellationToken cancellationToken);
}

/// <param name="IsLive">It has a living division; without one its region, or the national desk, reads what belongs to it.</param>
/// <param name="LiveSinceUtc">Null when it was so from the beginning, or is not.</param>
/// <param name="Head">Name of the head.</param>
/// <param name="OnDuty">Names of those on duty now.</param>
public sealed record DutyLine(string UnitCode, bool IsLive, DateTime? LiveSinceUtc, string? Head, IReadOnlyList<string> OnDuty);

/// <param name="Eligible">Who may be on duty, be the head or stand in here.</param>
/// <param name="HasPattern">There are shifts; without any, every member is on duty at every hour.</param>
/// <param name="MayChange">The person who asks may change it.</param>
/// <param name="Audit">The newest 50 changes, newest first.</param>
public sealed record UnitDuty(
    DutyLine Line,
    string RegionCode,
    string? HeadId,
    IReadOnlyList<DutyPerson> Eligible,
    IReadOnlyList<DutyShiftLine> Shifts,
    IReadOnlyList<DutyAbsenceLine> Absences,
    bool MayChange,
    IReadOnlyList<AuditLine> Audit)
{
    public bool HasPattern => Shifts.Count > 0;
}

/// <param name="IsMember">Works in this unit: that they are away is said here.</param>
public sealed record DutyPerson(string StaffId, string Name, bool IsMember);

/// <param name="IsBarred">The person cannot sign in or no longer reaches the unit: the line counts for nobody.</param>
public sealed record DutyShiftLine(Guid Id, string Name, DutyDays Days, TimeOnly From, TimeOnly To, bool IsBarred);

public sealed record DutyAbsenceLine(Guid Id, string Name, string? Substitute, DateTime FromUtc, DateTime ToUtc);

/// <param name="By">Name of the person; null for the operator.</param>
public sealed record AuditLine(DateTime AtUtc, string? By, AuditAction Action, string? About, string? Substitute, string Detail);

/// <summary>One change to the duty of a unit.</summary>
public abstract record DutyChange
{
    private DutyChange()
    {
    }

    /// <summary>Says whether the unit has a living division; not for the national desk.</summary>
    public sealed record SetLive(bool IsLive) : DutyChange;

    /// <param name="StaffId">Null: nobody.</param>
    public sealed record SetHead(string? StaffId) : DutyChange;

    /// <param name="From">Local time.</param>
    /// <param name="To">Local time; not later than <paramref name="From"/>: of the next day.</param>
    public sealed record AddShift(string StaffId, DutyDays Days, TimeOnly From, TimeOnly To) : DutyChange;

    public sealed record RemoveShift(Guid Id) : DutyChange;

    public sealed record AddAbsence(string StaffId, string? SubstituteId, DateTime FromUtc, DateTime ToUtc) : DutyChange;

    public sealed record RemoveAbsence(Guid Id) : DutyChange;
}

public abstract record DutyOutcome
{
    private DutyOutcome()
    {
    }

    /// <summary>It stands as asked for, be it by an earlier press.</summary>
    public sealed record Done : DutyOutcome;

    public sealed record NotFound : DutyOutcome;

    public sealed record Refused(DutyProblem Problem) : DutyOutcome;
}

public enum DutyProblem
{
    /// <summary>The person cannot be on duty here: another unit, or no longer able to sign in.</summary>
    Person,

    /// <summary>No day was chosen.</summary>
    Days,

    /// <summary>The end does not lie after the beginning, or it is over already.</summary>
    Times,

    /// <summary>Nobody stands in for themselves.</summary>
    Substitute,

    /// <summary>There are already as many lines as a unit may have.</summary>
    TooMany,
}
