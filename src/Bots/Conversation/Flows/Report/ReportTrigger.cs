namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>What a turn of the reporter comes down to, once understood.</summary>
internal enum ReportTrigger
{
    // From anywhere.
    Leave,
    Wipe,
    InDanger,
    Back,
    Skip,
    ChangeLanguage,
    Help,
    TimedOut,
    ForgetContact,
    Start,

    /// <summary>Something was kept (words, a file, an older answer); the present question stays.</summary>
    Noted,

    /// <summary>A point on the map came: the units around it are offered.</summary>
    PointSent,

    // Answers.
    Answered,
    Unclear,
    Declined,

    // The place.
    PlaceTaken,
    PlaceAsked,
    RegionTaken,
    ListWanted,

    /// <summary>None of the offered places: it is asked in words again.</summary>
    PlaceWanted,
    PlaceSettled,

    // Danger.
    Muted,

    // The review and what follows.
    EditWanted,

    /// <summary>One answer is to be changed; the facts of the turn say which.</summary>
    Edit,
    EditPlace,
    Submit,
    Renew,
}
