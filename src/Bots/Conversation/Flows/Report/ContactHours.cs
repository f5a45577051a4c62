namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>The hours of a day, in Kazakhstan, in which the reporter may be written to.</summary>
/// <param name="FromHour">The first hour (0 to 23).</param>
/// <param name="UntilHour">The hour at which it ends (1 to 24).</param>
public sealed record ContactHours(int FromHour, int UntilHour)
{
    public static ContactHours Any { get; } = new(0, 24);

    /// <summary>Kazakhstan keeps one time, UTC+5, all year.</summary>
    private static readonly TimeSpan LocalTime = TimeSpan.FromHours(5);

    public bool Include(DateTime utc)
    {
        var hour = (utc + LocalTime).Hour;
        return hour >= FromHour && hour < UntilHour;
    }

    /// <summary>The given moment when it lies within the hours, else the next one at which they begin (UTC).</summary>
    public DateTime NextUtc(DateTime utc)
    {
        if (Include(utc))
            return utc;
        var local = utc + LocalTime;
        var begin = local.Date.AddHours(FromHour);
        return (begin > local ? begin : begin.AddDays(1)) - LocalTime;
    }
}
