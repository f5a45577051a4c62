namespace Senim.Intake;

/// <summary>Times as the service keeps them: UTC, whole milliseconds, so that a time read back equals the one written.</summary>
public static class Moments
{
    /// <summary>Now, cut to whole milliseconds.</summary>
    public static DateTime NowUtc(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime.ToMilliseconds();

    /// <summary>Cuts a UTC time to whole milliseconds.</summary>
    /// <exception cref="ArgumentException">The time is not UTC.</exception>
    public static DateTime ToMilliseconds(this DateTime utc) =>
        FromUnixMilliseconds(utc.ToUnixMilliseconds());

    /// <exception cref="ArgumentException">The time is not UTC.</exception>
    public static long ToUnixMilliseconds(this DateTime utc)
    {
        if (utc.Kind != DateTimeKind.Utc)
            throw new ArgumentException("A stored time must be UTC.", nameof(utc));
        return (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
    }

    public static DateTime FromUnixMilliseconds(long milliseconds) =>
        new(DateTime.UnixEpoch.Ticks + (milliseconds * TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
