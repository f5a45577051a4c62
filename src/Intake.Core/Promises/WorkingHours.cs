using Microsoft.Extensions.Options;

namespace Senim.Intake.Promises;

/// <summary>The working calendar with the hours of a working day, as the settings of the promises have them.</summary>
internal sealed class WorkingHours(IOptions<PromiseOptions> options) : IWorkingHours
{
    private readonly PromiseOptions options = options.Value;
    private readonly WorkingCalendar calendar = WorkingCalendar.Of(options.Value);

    public DateTime ToLocal(DateTime utc) => WorkingCalendar.ToLocal(utc);

    public bool IsWorkingDay(DateOnly day) => calendar.IsWorkingDay(day);

    public DateTime AfterUtc(DateTime fromUtc, TimeSpan workingTime)
    {
        var local = ToLocal(fromUtc);
        var left = workingTime;
        for (var day = DateOnly.FromDateTime(local); ; day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day))
                continue;
            var begin = day.ToDateTime(options.WorkingDayStart);
            var end = day.ToDateTime(options.WorkingDayEnd);
            if (local > begin)
                begin = local;
            if (begin >= end)
                continue;
            if (begin + left < end)
                return WorkingCalendar.ToUtc(begin + left);
            left -= end - begin;
        }
    }
}
