using Senim.Intake.Codes;
using Senim.Intake.Evidence;
using Senim.Intake.Outbox;
using Senim.Intake.Questions;
using Senim.Intake.Storage;

namespace Senim.Intake.Conversations;

/// <summary>All rows of one turn. They become durable together or not at all.</summary>
public sealed record TurnWrite
{
    public required DeliveryKey Delivery { get; init; }

    /// <summary>The conversation as it stands after the turn. Its version is the one seen plus one; 1 makes the row.</summary>
    public required ConversationRow Conversation { get; init; }

    /// <summary>Data keys made in this turn: one for a new conversation, another when the draft's key goes its own way.</summary>
    public IReadOnlyList<DataKeyRow> NewDataKeys { get; init; } = [];

    /// <summary>A data key destroyed by this turn (the draft was erased and no signal had taken it over).</summary>
    public Guid? DestroyedDataKey { get; init; }

    /// <summary>The signal as it stands after the turn; its version 1 makes the row.</summary>
    public SignalRow? Signal { get; init; }

    public UnparsedRow? Unparsed { get; init; }

    /// <summary>Files that came with the turn.</summary>
    public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];

    public IReadOnlyList<OutboxRow> Outbox { get; init; } = [];

    /// <summary>Questions of staff that this turn carries on. What is written is the whole of what a conversation knows of them.</summary>
    public IReadOnlyList<QuestionWrite> Questions { get; init; } = [];

    /// <summary>A code for another phone, in place of the signal's one before.</summary>
    public AccessCodeRow? NewCode { get; init; }

    /// <summary>A signal that no code opens any more.</summary>
    public Guid? DropsCodesOf { get; init; }

    /// <summary>Web chat: the lines that this turn adds to the conversation.</summary>
    public IReadOnlyList<ActivityRow> Activities { get; init; } = [];
}

/// <summary>What became of one turn of a batch.</summary>
public abstract record TurnOutcome
{
    private TurnOutcome()
    {
    }

    public sealed record Committed : TurnOutcome;

    /// <summary>This delivery had its effect before; nothing was written.</summary>
    public sealed record Duplicate : TurnOutcome;

    /// <summary>Another turn of the conversation came between; nothing was written, run it again from fresh state.</summary>
    public sealed record Stale : TurnOutcome;

    /// <summary>This turn alone cannot be written.</summary>
    public sealed record Poisoned(Exception Error) : TurnOutcome;

    /// <summary>The database cannot be reached or written at all.</summary>
    public sealed record Unavailable(Exception Error) : TurnOutcome;
}
