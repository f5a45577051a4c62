using Senim.Intake.Conversations;

namespace Senim.Intake.Evidence;

/// <summary>Whether a provider need keep the files of a message any longer.</summary>
public interface IFilesHere
{
    /// <summary>All <paramref name="count"/> files of that delivery lie here.</summary>
    Task<bool> AreAllStoredAsync(DeliveryKey delivery, int count, CancellationToken cancellationToken);
}
