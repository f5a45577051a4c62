using Senim.Intake.Outbox;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Intake.Conversations;

/// <summary>The conversations and what their turns write. Sealed values go in and out sealed.</summary>
public interface ITurnStore
{
    /// <summary>The conversation with its wrapped data key and the version of its signal; null for an unknown key.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    Task<StoredConversation?> LoadAsync(ConversationKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a batch in one transaction. At most one turn a conversation. Outcomes stand in the order of the batch. A batch that fails
    /// as a whole is halved until the turn that cannot be written stands alone.
    /// </summary>
    /// <param name="memos">Written before the turns, in the same transaction; they never fail a turn.</param>
    Task<IReadOnlyList<TurnOutcome>> CommitAsync(
        IReadOnlyList<TurnWrite> batch, IReadOnlyList<MemoWrite> memos, CancellationToken cancellationToken);

    /// <summary>Lays something in the outbox outside of a turn; a row with that message id is there once, and due anew.</summary>
    Task EnqueueAsync(OutboxRow row, CancellationToken cancellationToken);

    /// <summary>Conversations in which silence counts by now, the longest waiting first.</summary>
    Task<IReadOnlyList<DueTimeOut>> DueTimeOutsAsync(DateTime nowUtc, int limit, CancellationToken cancellationToken);
}

/// <param name="WrappedDataKey">Null once the key was destroyed: what the conversation held cannot be read any more.</param>
public sealed record StoredConversation(ConversationRow Row, byte[]? WrappedDataKey, SignalRow? Signal);

/// <summary>What a channel learned by sending (a message id). Does not change the conversation's version.</summary>
/// <param name="DataKeyId">The key it is sealed with; a conversation that has another one by now ignores the memo.</param>
public sealed record MemoWrite(ConversationKey Conversation, Guid DataKeyId, byte[] SealedMemo);

public sealed record DueTimeOut(ConversationKey Key, ChannelKind Channel, DateTime DueUtc);

/// <summary>The database cannot be reached or written; what was asked has not happened and may be asked again.</summary>
public sealed class StorageUnavailableException(string message, Exception inner) : Exception(message, inner);
