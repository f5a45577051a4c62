using Senim.Intake.Doors;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>
/// What the reporter has said so far. Lists take null for empty: a draft stored by a build that did not know one of them is read with
/// null in its place.
/// </summary>
public sealed record ReportDraft
{
    /// <summary>All words, in the order in which they came, with the question that stood open.</summary>
    public IReadOnlyList<StoryPart> Story { get; init => field = value ?? []; } = [];

    /// <summary>The newest words of danger beyond the room for all words; older ones give way.</summary>
    public IReadOnlyList<StoryPart> Last { get; init => field = value ?? []; } = [];

    /// <summary>Messages that came too thick, or beyond all room, and are counted only.</summary>
    public int NotKept { get; init; }

    /// <summary>The latest answer to each question, by code.</summary>
    public IReadOnlyList<SignalAnswer> Answers { get; init => field = value ?? []; } = [];

    /// <summary>Questions that need not be asked any more: answered, skipped, or asked twice.</summary>
    public IReadOnlyList<string> Settled { get; init => field = value ?? []; } = [];

    /// <summary>KATO code of the confirmed (or best known) unit.</summary>
    public string? PlaceCode { get; init; }

    /// <summary>The place as it was typed.</summary>
    public string? PlaceText { get; init; }

    /// <summary>The region whose units are being offered (KATO code).</summary>
    public string? PlaceRegion { get; init; }

    /// <summary>Units offered and not yet chosen, best first (KATO codes).</summary>
    public IReadOnlyList<string> PlaceOffers { get; init => field = value ?? []; } = [];

    /// <summary>A point on the map was sent. It is not kept itself; that somebody wanted to be found counts.</summary>
    public bool Pointed { get; init; }

    /// <summary>The door by which the reporter came; null once the reporter said that it is elsewhere.</summary>
    public PassedDoor? Door { get; init; }

    /// <summary>The door by which the reporter came after this report was sent: it belongs to the next one.</summary>
    public PassedDoor? NextDoor { get; init; }

    /// <summary>The kind of help that was shown last, once danger was said or found.</summary>
    public DangerForm? Danger { get; init; }

    /// <summary>The reporter said that it is not like that: the questions go on, the urgency stays.</summary>
    public bool DangerDenied { get; init; }

    /// <summary>Voice notes, pictures, videos and files that came.</summary>
    public int Media { get; init; }

    /// <summary>The chat was cleared: what was said before that is not shown again.</summary>
    public bool Hidden { get; init; }

    /// <summary>The signal was sent because of silence, and has not been finished since.</summary>
    public bool Incomplete { get; init; }

    /// <summary>The reporter has come to the receipt: nothing is left that the flow would ask.</summary>
    public bool Finished { get; init; }

    /// <summary>The urgency under which the signal was last sent; it never falls.</summary>
    public Urgency? SentUrgency { get; init; }

    /// <summary>When that urgency was reached; what is promised counts from here (UTC).</summary>
    public DateTime? PromisedFromUtc { get; init; }

    /// <summary>What the sent signal promised, for the receipt.</summary>
    public DueTimes? Promised { get; init; }

    /// <summary>When the reporter last did something; "today" in a text counts from here (UTC).</summary>
    public DateTime? TalkedUtc { get; init; }

    /// <summary>Something that staff should learn of, even if the conversation breaks off here.</summary>
    public bool HasContent => Story.Count > 0 || Media > 0 || PlaceCode is not null || Pointed || Danger is not null
        || Answers.Any(answer => answer.Choices.Any(choice => choice is not ("safe" or "unsure")));
}
