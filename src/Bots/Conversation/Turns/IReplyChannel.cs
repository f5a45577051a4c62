using Senim.Intake.Conversations;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Turns;

/// <summary>The sending side of a channel, as the centre sees it.</summary>
public interface IReplyChannel
{
    ChannelKind Kind { get; }

    /// <summary>Folds what only the channel understands of a turn (ids of messages) into its memo. Pure.</summary>
    byte[]? Remember(byte[]? memo, InboundTurn turn);

    /// <summary>
    /// The lines that a turn adds to a conversation whose transcript we keep ourselves (web chat): stored with the turn. Pure.
    /// </summary>
    IReadOnlyList<byte[]> Record(InboundTurn turn, OutboundReply? reply) => [];

    /// <summary>What only the channel understands of a turn, in a form that outlives the process; null when there is nothing to keep. Pure.</summary>
    byte[]? WriteMark(InboundTurn turn) => null;

    /// <summary>The same turn with what <see cref="WriteMark"/> kept of it. Its reporter was answered when it came.</summary>
    InboundTurn ReadMark(InboundTurn turn, byte[]? mark) => turn;

    /// <summary>Shows a reply, after its turn was committed and in the conversation's order. Never throws for what a provider answers.</summary>
    Task<ShowResult> ShowAsync(ShowRequest request, CancellationToken cancellationToken);

    /// <summary>When the chat is to be cleaned, as the memo has it (UTC); null for never. Laid down with the turn that sets it. Pure.</summary>
    DateTime? CleansUtc(byte[]? memo) => null;

    /// <summary>
    /// Removes from the chat what is not to stay there. Sends nothing new. <see cref="ShowResult.Shown"/> when nothing more is to be done.
    /// </summary>
    /// <param name="request">Its reply is what the reporter sees now.</param>
    Task<ShowResult> CleanAsync(ShowRequest request, Cleaning cause, CancellationToken cancellationToken) => Task.FromResult<ShowResult>(new ShowResult.Withheld());
}

/// <summary>Why a chat is cleaned.</summary>
public enum Cleaning
{
    /// <summary>The time has come that the channel named.</summary>
    Due,

    /// <summary>A file that the chat held is with us now.</summary>
    FileKept,

    /// <summary>The contact was deleted: afterwards nobody can reach the chat.</summary>
    ContactDeleted,
}

/// <summary>Which reply to show, to whom, and why now.</summary>
public sealed record ShowRequest
{
    public required ConversationKey Conversation { get; init; }

    public required byte[] Address { get; init; }

    public required byte[]? Memo { get; init; }

    public required OutboundReply Reply { get; init; }

    /// <summary>The turn it answers; null when it comes later, from the outbox.</summary>
    public InboundTurn? Turn { get; init; }

    /// <summary>The provider delivered the turn again: the reply was probably shown before.</summary>
    public bool IsRepeated { get; init; }
}

/// <summary>What came of showing a reply.</summary>
public abstract record ShowResult
{
    private ShowResult()
    {
    }

    /// <param name="Memo">What the channel remembers from now on.</param>
    public sealed record Shown(byte[]? Memo) : ShowResult;

    /// <summary>Not now: too many requests, a server error, no answer in time.</summary>
    /// <param name="After">How long the provider asks to wait; null when it says nothing.</param>
    public sealed record Retry(TimeSpan? After, byte[]? Memo) : ShowResult;

    /// <summary>Nothing is shown: it would come too late, or was shown before.</summary>
    public sealed record Withheld : ShowResult;

    /// <summary>The reporter cannot be written to (blocked the bot, deleted the account).</summary>
    /// <param name="Barred">The provider lets nothing through until the reporter asks for it.</param>
    public sealed record Unreachable(bool Barred = false) : ShowResult;

    /// <summary>The provider refuses this reply for good.</summary>
    /// <param name="Code">A short code without anything personal.</param>
    public sealed record Refused(string Code) : ShowResult;
}
