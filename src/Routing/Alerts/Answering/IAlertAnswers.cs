using Senim.Intake.Triage;

namespace Senim.Routing.Alerts.Answering;

/// <summary>What people do with the alerts that they got, by whichever way.</summary>
public interface IAlertAnswers
{
    /// <summary>
    /// "I take it": takes the case as that person, where nobody has it; counts a drill; confirms the way that a test went by, when it is answered by
    /// that way. Answered twice, it stays as the first answer left it. Somebody else's alert is unknown.
    /// </summary>
    /// <param name="by">The way by which the answer came.</param>
    Task<AlertAnswer> AcknowledgeAsync(string staffId, string alertId, AlertWay by, CancellationToken cancellationToken);

    /// <summary>What the person has not answered and still stands, the most urgent first; at most 20.</summary>
    Task<IReadOnlyList<OpenAlert>> ListOpenAsync(string staffId, AlertWay way, CancellationToken cancellationToken);
}

public sealed record OpenAlert(string AlertId, AlertKind Kind, Urgency Urgency, Guid? ItemId, string? Reference, DateTime CreatedUtc);

public abstract record AlertAnswer
{
    private AlertAnswer()
    {
    }

    /// <param name="ItemId">The case that the person has now.</param>
    public sealed record Done(AlertKind Kind, Guid? ItemId) : AlertAnswer;

    /// <param name="By">Name of the person who has the case, or had it.</param>
    public sealed record AlreadyTaken(Guid ItemId, string By) : AlertAnswer;

    /// <summary>The case has gone on, or is not within the person's reach any more.</summary>
    public sealed record Over : AlertAnswer;

    public sealed record Unknown : AlertAnswer;
}
