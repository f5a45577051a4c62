using Microsoft.EntityFrameworkCore;
using Senim.Intake.Conversations;
using Senim.Intake.Storage;

namespace Senim.Intake.Evidence;

internal sealed class FilesHere(IDbContextFactory<IntakeDb> contexts) : IFilesHere
{
    public async Task<bool> AreAllStoredAsync(DeliveryKey delivery, int count, CancellationToken cancellationToken)
    {
        var bytes = delivery.ToBytes();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Evidence.CountAsync(row => row.Delivery == bytes && row.State == EvidenceState.Stored, cancellationToken) == count;
    }
}
