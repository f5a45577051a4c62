namespace Senim.Intake.Promises;

/// <summary>When people are at work, by the calendar and the one time zone of Kazakhstan (UTC+5, no summer time).</summary>
public interface IWorkingHours
{
    /// <summary>The same moment on a clock in Kazakhstan; its kind is unspecified.</summary>
    DateTime ToLocal(DateTime utc);

    /// <param name="day">A local day.</param>
    bool IsWorkingDay(DateOnly day);

    /// <summary>
    /// The moment at which so much working time has gone by since <paramref name="fromUtc"/>. No time at all: that moment, or the next one
    /// at which anybody works.
    /// </summary>
    DateTime AfterUtc(DateTime fromUtc, TimeSpan workingTime);
}
