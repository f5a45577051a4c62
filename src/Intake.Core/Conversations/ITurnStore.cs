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
    Task<IReadOnlyList<TurnOutcome>> CommitAsync(IReadOnlyList<TurnWrite> batch, CancellationToken cancellationToken);

    /// <summary>Keeps what the channel learned by sending (a message id). Does not change the conversation's version.</summary>
    Task SaveMemoAsync(ConversationKey key, Guid dataKeyId, byte[] sealedMemo, CancellationToken cancellationToken);

    /// <summary>Conversations in which silence counts by now, the longest waiting first.</summary>
    Task<IReadOnlyList<DueTimeOut>> DueTimeOutsAsync(DateTime nowUtc, int limit, CancellationToken cancellationToken);
}

public sealed record StoredConversation(ConversationRow Row, byte[] WrappedDataKey, SignalRow? Signal);

public sealed record DueTimeOut(ConversationKey Key, ChannelKind Channel, DateTime DueUtc);

/// <summary>The database cannot be reached or written; what was asked has not happened and may be asked again.</summary>
public sealed class StorageUnavailableException(string message, Exception inner) : Exception(message, inner);
