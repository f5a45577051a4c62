using Senim.Intake.Promises;
using Senim.Intake.Triage;

namespace Senim.Intake.Signals;

/// <summary>
/// <c>SignalReceived</c> or <c>SignalChanged</c>: what routing learns of a signal. Ids, codes and times only, so that it may
/// travel and rest outside the sealed store.
/// </summary>
public sealed record SignalEvent
{
    public const string Received = "SignalReceived";
    public const string Changed = "SignalChanged";

    public required Guid SignalId { get; init; }

    /// <summary>Counts the changes of one signal from 1; an event with a lower number than one already seen is old news.</summary>
    public required int Version { get; init; }

    public required string Reference { get; init; }

    public required ChannelKind Channel { get; init; }

    public required SignalSource Source { get; init; }

    /// <summary>The reporter's language, so that staff can be found who speak it.</summary>
    public required Language Language { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>Category codes (<see cref="CategoryCodes"/>).</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The most exact unit known (KATO code, nine digits), or null while the place is unknown.</summary>
    public required string? PlaceCode { get; init; }

    /// <summary>The conversation fell silent before it was finished.</summary>
    public required bool Incomplete { get; init; }

    /// <summary>A message of it could not be processed and is kept as it came.</summary>
    public required bool Unparsed { get; init; }

    /// <summary>The reporter added words after the signal was sent (not only corrected an answer).</summary>
    public required bool HasNewWords { get; init; }

    /// <summary>Bodies that must not see it (<see cref="Recusals"/>). Takes null for none: an event of an earlier version does not say.</summary>
    public IReadOnlyList<string> Recused { get; init => field = value ?? []; } = [];

    public required DateTime ReceivedUtc { get; init; }

    public required DateTime ChangedUtc { get; init; }

    public required DueTimes Due { get; init; }
}

/// <summary>What staff did with a signal: comes back from routing and is all that the reporter's side knows of it.</summary>
public sealed record ProgressEvent
{
    public const string Progressed = "SignalProgressed";

    public required Guid SignalId { get; init; }

    /// <summary>Counts the steps of one queue item from 1; an older number than the one stored changes nothing.</summary>
    public required int Version { get; init; }

    public required SignalStage Stage { get; init; }

    public required DateTime OccurredUtc { get; init; }

    /// <summary>When the reporter may expect the next step; null when there is none.</summary>
    public required DateTime? NextDueUtc { get; init; }

    /// <summary>A promised step was missed just now, and the next level of staff is asked to look.</summary>
    public bool IsRaised { get; init; }
}

/// <summary>How far a signal has come, as the reporter may know it.</summary>
public enum SignalStage
{
    Waiting = 0,
    Seen = 1,
    InWork = 2,
    VisitPlanned = 3,
    Visited = 4,
    Closed = 5,
}
