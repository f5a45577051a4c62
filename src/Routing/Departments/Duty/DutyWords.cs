using System.Globalization;
using Senim.Intake.Promises;

namespace Senim.Routing.Departments.Duty;

/// <summary>Shifts and absences as the audit keeps them, in a form that is the same in every language.</summary>
internal static class DutyWords
{
    /// <summary>Days from Monday on, H for holidays, and local times: "Mo-Tu-H 09:00-18:00".</summary>
    public static string Describe(DutyShift shift)
    {
        var days = Enum.GetValues<DutyDays>().Where(day => day != DutyDays.None && shift.Days.HasFlag(day))
            .Select(day => day == DutyDays.Holidays ? "H" : day.ToString()[..2]);
        return $"{string.Join('-', days)} {Text(Time(shift.FromMinute))}-{Text(Time(shift.ToMinute))}";
    }

    /// <summary>Local times: "01.12.2026 09:00 - 08.12.2026 09:00".</summary>
    public static string Describe(DutyAbsence absence, IWorkingHours hours) => $"{Local(absence.FromUtc, hours)} - {Local(absence.ToUtc, hours)}";

    public static TimeOnly Time(int minute) => new(minute / 60, minute % 60);

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Local(DateTime utc, IWorkingHours hours) => hours.ToLocal(utc).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
}
