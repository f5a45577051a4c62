namespace Senim.Routing.Queues;

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

    /// <summary>Who goes on with it; id of their account.</summary>
    Named = 40,

    /// <summary>Whoever was named goes on with it.</summary>
    Begun = 41,

    HandedBack = 42,

    VisitPlanned = 43,

    Visited = 44,

    /// <summary>There is a plan.</summary>
    Planned = 45,

    /// <summary>Another body was told; which.</summary>
    Referred = 46,

    /// <summary>Staff wrote something down.</summary>
    Noted = 47,

    /// <summary>In an emergency 102, 103 or 112 was called.</summary>
    HelpCalled = 48,

    /// <summary>In an emergency nobody was called; why lies sealed.</summary>
    HelpNotCalled = 49,

    /// <summary>From one unit to another, which has to accept it.</summary>
    TransferOffered = 50,

    TransferAccepted = 51,

    TransferRefused = 52,

    /// <summary>Not accepted in time.</summary>
    TransferReturned = 53,

    /// <summary>Whoever passed it on takes it back.</summary>
    TransferTakenBack = 54,

    /// <summary>One person asks to close an emergency.</summary>
    ClosingAsked = 60,

    /// <summary>The second person does not agree.</summary>
    ClosingDeclined = 61,

    /// <summary>The reporter wrote before the second person had agreed.</summary>
    ClosingDropped = 62,

    /// <summary>A step was not done in time; which.</summary>
    StepMissed = 70,

    /// <summary>Of one matter with another signal, as staff say; its reference.</summary>
    Linked = 80,

    /// <summary>Not of one matter with another signal, as staff say; its reference.</summary>
    Parted = 81,

    /// <summary>Those on duty in the unit, and whoever has it in hand; the unit, as all of these.</summary>
    AlertedOfficer = 90,

    AlertedHead = 91,

    AlertedRegion = 92,

    AlertedNational = 93,

    /// <summary>No level had anybody: the whole national desk and the operator.</summary>
    AlertedEveryone = 94,

    /// <summary>A level at which nobody is; level and why, parted by a point.</summary>
    PassedOver = 95,
}
