namespace Senim.Intake.Promises;

/// <summary>By when each step on a signal is due (UTC). Stamped on the signal when it is committed.</summary>
/// <param name="FirstLookUtc">A person has looked at it.</param>
/// <param name="AssignedUtc">A named person goes on with it.</param>
/// <param name="VisitUtc">The visit or contact; null where it is made only as needed.</param>
/// <param name="CloseUtc">Closed, or a plan is there.</param>
public sealed record DueTimes(DateTime FirstLookUtc, DateTime AssignedUtc, DateTime? VisitUtc, DateTime CloseUtc)
{
    /// <summary>Step by step the earlier of two promises: what was promised once is not put off.</summary>
    public DueTimes EarlierOf(DueTimes other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new DueTimes(
            Earlier(FirstLookUtc, other.FirstLookUtc),
            Earlier(AssignedUtc, other.AssignedUtc),
            VisitUtc is { } visit && other.VisitUtc is { } otherVisit ? Earlier(visit, otherVisit) : VisitUtc ?? other.VisitUtc,
            Earlier(CloseUtc, other.CloseUtc));
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
