using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Routing.Departments;
using Senim.Routing.Storage;

namespace Senim.Routing.Queues;

internal sealed class QueueDesk(QueueWrites writes, QueueReading reading, ISignalReader signals, IStaffQuestions questions, TimeProvider clock) : IQueueDesk
{
    public Task<QueuePage> ListAsync(StaffScope scope, QueueQuery query, CancellationToken cancellationToken) =>
        reading.ListAsync(scope, query, cancellationToken);

    public async Task<CaseFile?> OpenAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        // First the item, then the words: they are then never older than the version handed out with them.
        if (await reading.FindAsync(scope, itemId, cancellationToken) is not { } found)
            return null;
        var (item, line, history) = found;
        var opened = await signals.OpenAsync(new SignalId(item.SignalId), cancellationToken);
        return new CaseFile(line, item.Due, opened?.Content ?? new SignalContent(), opened?.Unparsed ?? [], history, item.PlaceCode)
        {
            SignalVersion = item.SignalVersion,
            IsErased = opened is null,
            Outcome = item.Outcome,
            Questions = await reading.NameAsync(await questions.ListAsync(new SignalId(item.SignalId), cancellationToken), cancellationToken),
            Evidence = opened?.Evidence ?? [],
            IsInHand = item.AcknowledgedBy == scope.StaffId,
        };
    }

    public async Task<AcknowledgeOutcome> AcknowledgeAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        AcknowledgeOutcome outcome = new AcknowledgeOutcome.NotFound();
        await writes.ChangeAsync(
            async db =>
            {
                var item = await FindAsync(db, scope, itemId, cancellationToken);
                (outcome, var changed) = item switch
                {
                    null => (new AcknowledgeOutcome.NotFound(), null),
                    { IsWaiting: true } => (Take(item, scope), item),
                    _ when item.AcknowledgedBy == scope.StaffId => (new AcknowledgeOutcome.Done(item.AcknowledgedUtc!.Value), null),
                    _ => (await TakenAsync(db, item, cancellationToken), (QueueItem?)null),
                };
                return changed;
            },
            cancellationToken);
        return outcome;
    }

    public async Task<CloseOutcome> CloseAsync(StaffScope scope, Guid itemId, CaseOutcome outcome, int seenSignalVersion, CancellationToken cancellationToken)
    {
        CloseOutcome told = new CloseOutcome.NotFound();
        await writes.ChangeAsync(
            async db =>
            {
                var item = await FindAsync(db, scope, itemId, cancellationToken);
                (told, var changed) = item switch
                {
                    null => (new CloseOutcome.NotFound(), null),
                    { State: QueueState.Closed } when item.ClosedBy == scope.StaffId && item.Outcome == outcome =>
                        (new CloseOutcome.Done(item.ClosedUtc!.Value), null),
                    { State: QueueState.Closed } => (await ClosedAsync(db, item, cancellationToken), null),
                    { IsWaiting: true } => (new CloseOutcome.NotAcknowledged(), null),
                    _ when item.SignalVersion > seenSignalVersion => (new CloseOutcome.ChangedMeanwhile(), null),
                    _ => (Close(item, scope, outcome), item),
                };
                return changed;
            },
            cancellationToken);
        return told;
    }

    public async Task<AskOutcome> AskAsync(StaffScope scope, Guid itemId, NewQuestion question, CancellationToken cancellationToken) =>
        await reading.FindAsync(scope, itemId, cancellationToken) is { Item: var item }
            ? await questions.AskAsync(new SignalId(item.SignalId), question, scope.StaffId, cancellationToken)
            : AskOutcome.Absent;

    private static Task<QueueItem?> FindAsync(RoutingDb db, StaffScope scope, Guid itemId, CancellationToken cancellationToken) =>
        db.Items.Within(scope).FirstOrDefaultAsync(item => item.Id == itemId, cancellationToken);

    private AcknowledgeOutcome Take(QueueItem item, StaffScope scope)
    {
        var now = clock.NowUtc();
        item.Acknowledge(scope.StaffId, now);
        return new AcknowledgeOutcome.Done(now);
    }

    private CloseOutcome Close(QueueItem item, StaffScope scope, CaseOutcome outcome)
    {
        var now = clock.NowUtc();
        item.Close(scope.StaffId, outcome, now);
        return new CloseOutcome.Done(now);
    }

    private static async Task<AcknowledgeOutcome> TakenAsync(RoutingDb db, QueueItem item, CancellationToken cancellationToken) =>
        new AcknowledgeOutcome.AlreadyTaken(await StaffNames.OfAsync(db, item.AcknowledgedBy!, cancellationToken), item.AcknowledgedUtc!.Value);

    private static async Task<CloseOutcome> ClosedAsync(RoutingDb db, QueueItem item, CancellationToken cancellationToken) =>
        new CloseOutcome.AlreadyClosed(await StaffNames.OfAsync(db, item.ClosedBy!, cancellationToken), item.ClosedUtc!.Value, item.Outcome!.Value);
}
