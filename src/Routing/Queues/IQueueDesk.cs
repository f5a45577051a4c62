using Senim.Intake;
using Senim.Intake.Evidence;
using Senim.Intake.Notes;
using Senim.Intake.Promises;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;

namespace Senim.Routing.Queues;

/// <summary>
/// The queue as staff see it. What lies outside the scope is absent: in results, counts and outcomes it cannot be told from what does
/// not exist. Safe to share between threads.
/// </summary>
public interface IQueueDesk
{
    /// <summary>Items by urgency, highest first, then by the next due time, then by receipt; closed ones after all others.</summary>
    Task<QueuePage> ListAsync(StaffScope scope, QueueQuery query, CancellationToken cancellationToken);

    /// <summary>The case with the reporter's words; null when absent.</summary>
    Task<CaseFile?> OpenAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken);

    /// <summary>
    /// Takes an item that nobody has, or that another unit passes on. Pressed twice by the same person, it stays as the first press left it.
    /// </summary>
    Task<AcknowledgeOutcome> AcknowledgeAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken);

    /// <summary>Closes an item that somebody has taken; in an emergency a second person has to agree first.</summary>
    /// <param name="seenSignalVersion">
    /// <see cref="CaseFile.SignalVersion"/> of the case as it was read: nobody closes over words that they have not seen.
    /// </param>
    Task<CloseOutcome> CloseAsync(StaffScope scope, Guid itemId, CaseOutcome outcome, int seenSignalVersion, CancellationToken cancellationToken);

    /// <summary>Puts a question to the reporter, blind. The item's history hears of it by the event that goes with it.</summary>
    Task<AskOutcome> AskAsync(StaffScope scope, Guid itemId, NewQuestion question, CancellationToken cancellationToken);
}

/// <param name="Page">From 1.</param>
/// <param name="PageSize">From 1 to <see cref="MaxPageSize"/>.</param>
public sealed record QueueQuery(bool IncludeClosed = false, int Page = 1, int PageSize = 50)
{
    public const int MaxPageSize = 200;
}

/// <param name="Total">Items of the query on all pages.</param>
/// <param name="Counts">Items in the scope that are not closed, whatever the query.</param>
public sealed record QueuePage(IReadOnlyList<QueueLine> Lines, int Total, QueueCounts Counts)
{
    /// <summary>What the scope passed to other units that have not accepted it yet; it stands in their queues.</summary>
    public IReadOnlyList<QueueLine> PassedOn { get; init; } = [];
}

/// <param name="Open">All that are not closed.</param>
/// <param name="Waiting">Of these: nobody has taken them.</param>
/// <param name="Late">Of these: the next step is overdue.</param>
/// <param name="Emergency">Of these: life or health in danger now.</param>
public sealed record QueueCounts(int Open, int Waiting, int Late, int Emergency);

/// <param name="Categories">Codes (<see cref="CategoryCodes"/>).</param>
/// <param name="NextDueUtc">When the next step of a person is due; for a closed item when closing was due.</param>
/// <param name="IsLate">The next step is overdue; never true of a closed item.</param>
/// <param name="AcknowledgedBy">Name of the person who has it in hand.</param>
public sealed record QueueLine(
    Guid ItemId,
    string Reference,
    Urgency Urgency,
    QueueState State,
    IReadOnlyList<string> Categories,
    string UnitCode,
    DateTime ReceivedUtc,
    DateTime NextDueUtc,
    bool IsLate,
    bool IsIncomplete,
    bool IsUnparsed,
    Language Language,
    ChannelKind Channel,
    string? AcknowledgedBy)
{
    /// <summary>Questions to the reporter that were not read in the promised time.</summary>
    public int UnreadQuestions { get; init; }

    /// <summary>What is due at <see cref="NextDueUtc"/>.</summary>
    public CaseStep NextStep { get; init; }

    /// <summary>The unit that passes it on; null while nobody does.</summary>
    public string? FromUnitCode { get; init; }

    /// <summary>In an emergency: it has not been said yet whether help was called.</summary>
    public bool IsCallOwed { get; init; }
}

/// <param name="Unparsed">Messages that could not be processed, as they came.</param>
/// <param name="History">What happened last, at most 500 lines, the oldest first.</param>
/// <param name="PlaceCode">The most exact unit named; may lie outside <see cref="QueueLine.UnitCode"/> once somebody has taken the item.</param>
public sealed record CaseFile(
    QueueLine Line,
    DueTimes Due,
    SignalContent Content,
    IReadOnlyList<UnparsedTurn> Unparsed,
    IReadOnlyList<HistoryLine> History,
    string? PlaceCode)
{
    /// <summary>The state of the signal that this shows at least; handed back when the case is closed.</summary>
    public int SignalVersion { get; init; }

    /// <summary>The words have been erased; only what is known of the item is left.</summary>
    public bool IsErased { get; init; }

    /// <summary>How it ended, or is to end.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>Name of the person who asks to close it; null while nobody does.</summary>
    public string? ClosingAskedBy { get; init; }

    public DateTime? VisitPlannedUtc { get; init; }

    /// <summary>When the plan is to be looked at again; null while there is no plan.</summary>
    public DateTime? ReviewUtc { get; init; }

    /// <summary>What the person who reads it can do now.</summary>
    public IReadOnlyList<StaffStepKind> Possible { get; init; } = [];

    /// <summary>What staff asked the reporter, the oldest first; <see cref="StaffQuestion.AskedBy"/> is the name of the person.</summary>
    public IReadOnlyList<StaffQuestion> Questions { get; init; } = [];

    /// <summary>The files that came, in that order.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>The person who asks has it in hand.</summary>
    public bool IsInHand { get; init; }
}

/// <param name="By">Name of the person; null when nobody of staff did it.</param>
/// <param name="From">Code of what it was: an urgency or a unit.</param>
/// <param name="To">Code of what it became: an urgency, a unit, an outcome, a body or a step; the name of a person who was named.</param>
public sealed record HistoryLine(DateTime AtUtc, QueueAction Action, string? By, string? From, string? To)
{
    /// <summary>Of the form that staff sent; null where there was none.</summary>
    public Guid? StepId { get; init; }

    /// <summary>What staff wrote with it; null where they wrote nothing, or it was erased.</summary>
    public CaseNote? Note { get; init; }
}

public abstract record AcknowledgeOutcome
{
    private AcknowledgeOutcome()
    {
    }

    public sealed record Done(DateTime AtUtc) : AcknowledgeOutcome;

    /// <summary>The person passes it on; it is for somebody of the other unit to take.</summary>
    public sealed record NeedsOther : AcknowledgeOutcome;

    /// <param name="By">Name of the person.</param>
    public sealed record AlreadyTaken(string By, DateTime AtUtc) : AcknowledgeOutcome;

    public sealed record NotFound : AcknowledgeOutcome;
}

public abstract record CloseOutcome
{
    private CloseOutcome()
    {
    }

    public sealed record Done(DateTime AtUtc) : CloseOutcome;

    /// <param name="By">Name of the person.</param>
    public sealed record AlreadyClosed(string By, DateTime AtUtc, CaseOutcome Outcome) : CloseOutcome;

    /// <summary>An emergency: it is closed once a second person agrees.</summary>
    /// <param name="By">Name of the person who asked first.</param>
    public sealed record Asked(string By, DateTime AtUtc) : CloseOutcome;

    /// <summary>An emergency: first it has to be said who was called, or why nobody was.</summary>
    public sealed record CallNotTold : CloseOutcome;

    /// <summary>Nobody has taken it yet, or it was reopened and nobody has taken it since.</summary>
    public sealed record NotAcknowledged : CloseOutcome;

    /// <summary>The reporter has written since the case was read.</summary>
    public sealed record ChangedMeanwhile : CloseOutcome;

    public sealed record NotFound : CloseOutcome;
}
