using Senim.Intake.Promises;

namespace Senim.Routing.Departments.Duty;

/// <summary>One line of a unit's weekly pattern: on these days, from this time to that, this person.</summary>
public sealed class DutyShift
{
    public const int MinutesInDay = 24 * 60;

    public Guid Id { get; init; }

    public string UnitCode { get; init; } = "";

    /// <summary>Id of the account.</summary>
    public string StaffId { get; init; } = "";

    public DutyDays Days { get; init; }

    /// <summary>Local time of day, in minutes from midnight (0 to 1439).</summary>
    public int FromMinute { get; init; }

    /// <summary>Like <see cref="FromMinute"/>. Not later than it: on the next day, so that equal ones make 24 hours.</summary>
    public int ToMinute { get; init; }

    public bool Covers(DateTime utc, IWorkingHours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var local = hours.ToLocal(utc);
        var day = DateOnly.FromDateTime(local);
        var minute = local.TimeOfDay.TotalMinutes;
        return ToMinute > FromMinute
            ? BeginsOn(day, hours) && minute >= FromMinute && minute < ToMinute
            : (BeginsOn(day, hours) && minute >= FromMinute) || (BeginsOn(day.AddDays(-1), hours) && minute < ToMinute);
    }

    private bool BeginsOn(DateOnly day, IWorkingHours hours) => (Days & KindOf(day, hours)) != DutyDays.None;

    /// <summary>A Saturday or Sunday that is worked by decision has its own people and those of a Friday.</summary>
    private static DutyDays KindOf(DateOnly day, IWorkingHours hours)
    {
        var own = day.DayOfWeek == DayOfWeek.Sunday ? DutyDays.Sunday : (DutyDays)(1 << ((int)day.DayOfWeek - 1));
        return own is DutyDays.Saturday or DutyDays.Sunday
            ? hours.IsWorkingDay(day) ? own | DutyDays.Friday : own
            : hours.IsWorkingDay(day) ? own : DutyDays.Holidays;
    }
}
