namespace Senim.Routing.Queues;

/// <summary>
/// Where an item stands, in rising order: below <see cref="Acknowledged"/> nobody has it, below <see cref="Closed"/> it is open. The
/// gaps are for the steps between taking and closing.
/// </summary>
public enum QueueState
{
    /// <summary>Nobody has taken it.</summary>
    New = 0,

    /// <summary>It was closed, then the reporter wrote again; nobody has taken it since.</summary>
    Reopened = 10,

    /// <summary>A person has taken it.</summary>
    Acknowledged = 20,

    /// <summary>Closed with an outcome.</summary>
    Closed = 90,
}

/// <summary>How a case ended.</summary>
public enum CaseOutcome
{
    /// <summary>The child is safe and has the help needed.</summary>
    HelpGiven,

    /// <summary>The police go on with it.</summary>
    PassedToPolice,

    /// <summary>Another body goes on with it.</summary>
    PassedToOtherBody,

    /// <summary>A question was answered, advice was given.</summary>
    AdviceGiven,

    /// <summary>Looked into; what was told was not found so.</summary>
    NotConfirmed,

    /// <summary>Too little is known to find the child, and nobody answers.</summary>
    NotFound,

    /// <summary>The same case is worked on under another reference.</summary>
    Duplicate,

    /// <summary>A test or a joke.</summary>
    Test,
}

/// <summary>What happened to an item.</summary>
public enum QueueAction
{
    Received,

    /// <summary>The reporter added words.</summary>
    Added,

    /// <summary>The reporter corrected an answer.</summary>
    Corrected,

    /// <summary>An older state of the signal arrived after a newer one.</summary>
    OlderArrived,

    /// <summary>From one urgency to a higher one.</summary>
    Raised,

    /// <summary>From one unit to another.</summary>
    Moved,

    /// <summary>The place now names another unit, while somebody has the item in hand.</summary>
    NamedElsewhere,

    Acknowledged,

    Closed,

    Reopened,

    /// <summary>Staff asked the reporter; from the question's short id to its code, as all steps of questions.</summary>
    QuestionAsked,

    /// <summary>The reporter was told that there is a new message.</summary>
    QuestionPushed,

    QuestionRead,

    /// <summary>The reporter would rather not answer.</summary>
    QuestionSkipped,

    QuestionAnswered,

    /// <summary>Not read in the promised time.</summary>
    QuestionReturned,

    /// <summary>Taken from the unit that had it, which must not see it.</summary>
    Recused,

    /// <summary>The reporter was asked what files are that came without words; how many.</summary>
    FilesAsked = 30,

    /// <summary>A file was opened; its number.</summary>
    FileOpened = 31,

    /// <summary>A file was heard or seen; its number.</summary>
    FileHeard = 32,

    /// <summary>Those on duty in the unit, and whoever has it in hand; the unit, as all of these.</summary>
    AlertedOfficer = 80,

    AlertedHead = 81,

    AlertedRegion = 82,

    AlertedNational = 83,

    /// <summary>No level had anybody: the whole national desk and the operator.</summary>
    AlertedEveryone = 84,

    /// <summary>A level at which nobody is; level and why, parted by a point.</summary>
    PassedOver = 85,
}
