using Senim.Intake.Storage;

namespace Senim.Intake.Conversations;

/// <summary>The lines of conversations whose transcript we keep ourselves. They come out sealed.</summary>
public interface ILineReader
{
    /// <summary>Lines numbered above <paramref name="after"/>, the oldest first.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    Task<IReadOnlyList<StoredLine>> ReadAsync(ConversationKey conversation, int after, int limit, CancellationToken cancellationToken);

    /// <summary>The last lines, the newest first.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    Task<IReadOnlyList<StoredLine>> ReadLastAsync(ConversationKey conversation, int limit, CancellationToken cancellationToken);
}

/// <param name="WrappedDataKey">Null once the key was destroyed: the line cannot be read any more.</param>
public sealed record StoredLine(ActivityRow Row, byte[]? WrappedDataKey);
