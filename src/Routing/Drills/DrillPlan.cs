using System.Globalization;
using Senim.Intake.Promises;

namespace Senim.Routing.Drills;

/// <summary>When the drill of a unit comes: once a week, on a working day, at a moment that looks like chance and is the same on every node.</summary>
internal static class DrillPlan
{
    /// <summary>Local; the earliest moment of a day, and how many minutes after it are possible.</summary>
    private static readonly TimeOnly First = new(10, 0);

    private const int Minutes = 6 * 60;

    /// <summary>Monday of the week of that moment.</summary>
    public static DateOnly WeekOf(DateTime utc, IWorkingHours hours)
    {
        var day = DateOnly.FromDateTime(hours.ToLocal(utc));
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    /// <returns>Local; null in a week without a working day.</returns>
    public static DateTime? MomentOf(string unitCode, DateOnly week, IWorkingHours hours)
    {
        var days = Enumerable.Range(0, 7).Select(week.AddDays).Where(hours.IsWorkingDay).ToList();
        if (days.Count == 0)
            return null;
        var chance = Hash(string.Create(CultureInfo.InvariantCulture, $"{unitCode} {week:yyyyMMdd}"));
        return days[(int)(chance % (uint)days.Count)].ToDateTime(First).AddMinutes(chance / 7 % Minutes);
    }

    /// <summary>FNV-1a with a last stir; nothing secret hangs on it, but it must be the same in every process.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261;
        foreach (var letter in text)
            hash = (hash ^ letter) * 16777619;
        hash ^= hash >> 15;
        return hash * 2246822519;
    }
}
