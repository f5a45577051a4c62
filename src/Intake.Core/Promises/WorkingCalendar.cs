using System.Collections.Concurrent;

namespace Senim.Intake.Promises;

/// <summary>Which days are worked, and when a working day ends, in the one time zone of Kazakhstan.</summary>
internal sealed class WorkingCalendar
{
    /// <summary>The whole country keeps UTC+5, without summer time, since 1 March 2024.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(5);

    private readonly ConcurrentDictionary<int, HashSet<DateOnly>> daysOffByYear = new();
    private readonly HashSet<DateOnly> daysOff;
    private readonly HashSet<DateOnly> workingDays;
    private readonly TimeOnly dayEnd;
    private readonly TimeOnly lastIntake;

    /// <param name="dayEnd">Local time at which a working day ends.</param>
    /// <param name="lastIntake">What comes in after this local time counts as received on the next working day.</param>
    /// <param name="daysOff">Days off by decision, besides the holidays.</param>
    /// <param name="workingDays">Days worked by decision; stronger than everything else.</param>
    public WorkingCalendar(TimeOnly dayEnd, TimeOnly lastIntake, IEnumerable<DateOnly> daysOff, IEnumerable<DateOnly> workingDays)
    {
        this.dayEnd = dayEnd;
        this.lastIntake = lastIntake;
        this.daysOff = [.. KazakhHolidays.MovedDaysOff, .. KazakhHolidays.KurbanAit, .. daysOff];
        this.workingDays = [.. KazakhHolidays.MovedWorkingDays, .. workingDays];
    }

    public static WorkingCalendar Of(PromiseOptions options) =>
        new(options.WorkingDayEnd, options.LastIntake, options.DaysOff, options.WorkingDays);

    public static DateTime ToLocal(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    public static DateTime ToUtc(DateTime local) => DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc);

    /// <summary>The end of the local calendar day, whether it is worked or not.</summary>
    public static DateTime EndOfDayUtc(DateTime receivedUtc) => ToUtc(ToLocal(receivedUtc).Date.AddDays(1));

    /// <summary>The end of the working day that comes <paramref name="days"/> working days after the one of receipt (0: that day).</summary>
    public DateTime EndOfWorkingDayUtc(DateTime receivedUtc, int days)
    {
        var local = ToLocal(receivedUtc);
        var day = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) > lastIntake)
            day = day.AddDays(1);
        day = OnOrAfter(day);
        for (var left = days; left > 0; left--)
            day = OnOrAfter(day.AddDays(1));
        return ToUtc(day.ToDateTime(dayEnd));
    }

    public bool IsWorkingDay(DateOnly day) =>
        workingDays.Contains(day) || (!IsWeekend(day) && !DaysOffIn(day.Year).Contains(day));

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    private HashSet<DateOnly> DaysOffIn(int year) => daysOffByYear.GetOrAdd(year, CollectDaysOff);

    private HashSet<DateOnly> CollectDaysOff(int year)
    {
        var holidays = KazakhHolidays.Public.Where(holiday => holiday.IsIn(year)).Select(holiday => new DateOnly(year, holiday.Month, holiday.Day)).ToList();
        HashSet<DateOnly> off =
        [
            .. holidays,
            .. KazakhHolidays.Religious.Where(day => day.IsIn(year)).Select(day => new DateOnly(year, day.Month, day.Day)),
            .. daysOff.Where(day => day.Year == year),
        ];
        foreach (var holiday in holidays.Where(IsWeekend))
        {
            var instead = holiday.AddDays(1);
            while (IsWeekend(instead) || off.Contains(instead))
                instead = instead.AddDays(1);
            off.Add(instead);
        }

        return off;
    }
}
