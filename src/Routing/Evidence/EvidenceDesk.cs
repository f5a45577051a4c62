using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Evidence;
using Senim.Intake.Signals;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Evidence;

internal sealed class EvidenceDesk(IDbContextFactory<RoutingDb> contexts, QueueWrites writes, IEvidenceFiles files, TimeProvider clock) : IEvidenceDesk
{
    public async Task<OpenOutcome> ShowAsync(StaffScope scope, Guid itemId, Guid file, bool isBlurred, CancellationToken cancellationToken)
    {
        if (await FindAsync(scope, itemId, cancellationToken) is not { } item)
            return new OpenOutcome.Absent();
        var outcome = await files.OpenAsync(new SignalId(item.SignalId), file, isBlurred ? EvidenceForm.Blurred : EvidenceForm.Clear, cancellationToken);
        return isBlurred ? outcome : await NoteOpeningAsync(scope, item, outcome, cancellationToken);
    }

    public async Task<OpenOutcome> DownloadAsync(StaffScope scope, Guid itemId, Guid file, CancellationToken cancellationToken)
    {
        if (await FindInHandAsync(scope, itemId, cancellationToken) is not { } item)
            return new OpenOutcome.Absent();
        var outcome = await files.OpenAsync(new SignalId(item.SignalId), file, EvidenceForm.Original, cancellationToken);
        return await NoteOpeningAsync(scope, item, outcome, cancellationToken);
    }

    public async Task<bool> MarkAskedAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        if (await FindInHandAsync(scope, itemId, cancellationToken) is not { } item)
            return false;
        if (await files.MarkAskedAsync(new SignalId(item.SignalId), cancellationToken) is var asked and > 0)
            await NoteAsync(scope, item, QueueAction.FilesAsked, asked, cancellationToken);
        return true;
    }

    public async Task<bool> MarkHeardAsync(StaffScope scope, Guid itemId, Guid file, CancellationToken cancellationToken)
    {
        if (await FindInHandAsync(scope, itemId, cancellationToken) is not { } item)
            return false;
        switch (await files.MarkHeardAsync(new SignalId(item.SignalId), file, cancellationToken))
        {
            case HeardOutcome.Done done:
                await NoteAsync(scope, item, QueueAction.FileHeard, done.Number, cancellationToken);
                return true;
            case HeardOutcome.Already:
                return true;
            default:
                return false;
        }
    }

    private async Task<QueueItem?> FindAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Items.AsNoTracking().Within(scope).FirstOrDefaultAsync(item => item.Id == itemId, cancellationToken);
    }

    private async Task<QueueItem?> FindInHandAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken) =>
        await FindAsync(scope, itemId, cancellationToken) is { } item && item.AcknowledgedBy == scope.StaffId ? item : null;

    private async Task<OpenOutcome> NoteOpeningAsync(StaffScope scope, QueueItem item, OpenOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is not OpenOutcome.Opened opened)
            return outcome;
        try
        {
            await NoteAsync(scope, item, QueueAction.FileOpened, opened.Item.Number, cancellationToken);
            return outcome;
        }
        catch
        {
            await opened.Content.DisposeAsync();
            throw;
        }
    }

    private Task NoteAsync(StaffScope scope, QueueItem item, QueueAction action, int number, CancellationToken cancellationToken) => writes.ChangeAsync(
        async db =>
        {
            var found = await db.Items.Within(scope).FirstAsync(known => known.Id == item.Id, cancellationToken);
            found.Note(action, scope.StaffId, number.ToString(CultureInfo.InvariantCulture), clock.NowUtc());
            return found;
        },
        cancellationToken);
}
