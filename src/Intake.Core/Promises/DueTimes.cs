namespace Senim.Intake.Promises;

/// <summary>By when each step on a signal is due (UTC). Stamped on the signal when it is committed.</summary>
/// <param name="FirstLookUtc">A person has looked at it.</param>
/// <param name="AssignedUtc">A named person goes on with it.</param>
/// <param name="VisitUtc">The visit or contact; null where it is made only as needed.</param>
/// <param name="CloseUtc">Closed, or a plan is there.</param>
public sealed record DueTimes(DateTime FirstLookUtc, DateTime AssignedUtc, DateTime? VisitUtc, DateTime CloseUtc);
