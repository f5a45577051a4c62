using Senim.Intake;

namespace Senim.Bots.Conversation.Turns;

/// <summary>What the reporter is to see now. A pure function of the stored conversation, so that it can be shown again at any time.</summary>
public sealed record OutboundReply
{
    /// <summary>Name of the state it shows, for transcripts and tests; never shown.</summary>
    public required string State { get; init; }

    public required Language Language { get; init; }

    /// <summary>Plain text, at most 4096 characters; each channel escapes it for itself.</summary>
    public required string Text { get; init; }

    /// <summary>Nothing tells which language is understood: what is said beside the text is said in all of them.</summary>
    public bool SpeaksAll { get; init; }

    /// <summary>Rows of choices, as they are to stand under the text.</summary>
    public IReadOnlyList<IReadOnlyList<ReplyChoice>> Choices { get; init; } = [];

    /// <summary>Help for someone in danger: never dropped from the outbox, sent before everything else.</summary>
    public bool IsDangerHelp { get; init; }

    /// <summary>The report is with us: what the reporter typed is removed from the chat once more, where the channel can.</summary>
    public bool TidiesChat { get; init; }

    /// <summary>It says that the contact is deleted: what is to be removed from the chat goes with it.</summary>
    public bool TellsOfDeletedContact { get; init; }

    /// <summary>To stand in a message of its own below all others rather than in the place of the one before.</summary>
    public bool IsNew { get; init; }

    /// <summary>Both sides of the chat are to be cleared; <see cref="Text"/> is the neutral line that stays.</summary>
    public bool ClearsChat { get; init; }

    /// <summary>It shows what the reporter has to carry to another phone (a code). Everything else is kept from being forwarded, copied or saved where the channel can.</summary>
    public bool MayBeCopied { get; init; }

    /// <summary>It holds the reporter's own words, or what they are asked: where the chat is cleaned later it does not stay as it is.</summary>
    public bool QuotesReporter { get; init; }
}

/// <param name="Question">Code of the question that the choice answers, 1 to 16 ASCII letters.</param>
/// <param name="Value">Code of the answer, 1 to 24 ASCII characters.</param>
/// <param name="IsDanger">To be shown so that it is found at once.</param>
public sealed record ReplyChoice(string Flow, string Question, string Value, string Label, bool IsDanger = false);
