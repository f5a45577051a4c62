using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Turns;

/// <summary>
/// Everything a conversation remembers between two turns. Stored sealed; written whole. Lists take null for empty: a state stored by a
/// build that did not know one of them is read with null in its place.
/// </summary>
public sealed record ConversationState
{
    public required string Flow { get; init; }

    /// <summary>Version of the flow that wrote it: a state that a newer machine no longer has resumes at the first unanswered question.</summary>
    public required int FlowVersion { get; init; }

    /// <summary>State of the flow's machine, by name.</summary>
    public required string State { get; init; }

    /// <summary>Null until chosen.</summary>
    public Language? Language { get; init; }

    /// <summary>The language that the words or the device suggest, while none is chosen.</summary>
    public Language? LanguageGuess { get; init; }

    /// <summary>States walked through, for <c>Back</c>; the present one is not among them.</summary>
    public IReadOnlyList<string> Visited { get; init => field = value ?? []; } = [];

    /// <summary>Text keys shown above the present question (thanks, repairs); those of the last turn only.</summary>
    public IReadOnlyList<string> Notices { get; init => field = value ?? []; } = [];

    /// <summary>How often the present question has been asked; it is asked at most twice.</summary>
    public int TimesAsked { get; init; }

    public ReportDraft Draft { get; init => field = value ?? new(); } = new();

    /// <summary>Set once the draft has become a signal.</summary>
    public SignalId? Signal { get; init; }

    /// <summary>The next moment at which silence counts, or at which a story in several texts is answered; null when nothing waits.</summary>
    public DateTime? TimeoutUtc { get; init; }

    /// <summary>When the newest thing that the reporter did reached us (UTC): what is older and comes after it is late. Set by the runner.</summary>
    public DateTime? HeardUtc { get; init; }

    /// <summary>The reporter cannot be written to, or asked not to be (blocked the bot, closed the page, sent a stop word).</summary>
    public bool Unreachable { get; init; }

    /// <summary>The provider lets nothing through until the reporter says so; nothing else lifts it.</summary>
    public bool Barred { get; init; }

    /// <summary>
    /// When the first of several texts came that are answered together, once it has been quiet for a while (UTC); null when nothing waits for
    /// its answer.
    /// </summary>
    public DateTime? HeldSinceUtc { get; init; }

    /// <summary>How thick the turns come, and what waits of them.</summary>
    public Crowd Crowd { get; init => field = value ?? new(); } = new();

    /// <summary>What the conversation after the receipt remembers; null until there is anything.</summary>
    public FollowUp? Follow { get; init; }

    /// <summary>Turns of this conversation that are kept each in a row of its own, as they came.</summary>
    public int Unread { get; init; }

    /// <summary>Files that are kept with the present draft, or the signal made of it. Set by the runner.</summary>
    public int Files { get; init; }
}
