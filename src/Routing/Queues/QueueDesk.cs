using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Notes;
using Senim.Intake.Promises;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Storage;

namespace Senim.Routing.Queues;

internal sealed class QueueDesk(
    QueueWrites writes,
    QueueReading reading,
    ISignalReader signals,
    IStaffQuestions questions,
    ICaseNotes notes,
    IStaffTerms terms,
    TimeProvider clock) : IQueueDesk
{
    public Task<QueuePage> ListAsync(StaffScope scope, QueueQuery query, CancellationToken cancellationToken) =>
        reading.ListAsync(scope, query, cancellationToken);

    public async Task<CaseFile?> OpenAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        // First the item, then the words: they are then never older than the version handed out with them.
        if (await reading.ReadAsync(scope, itemId, cancellationToken) is not { } found)
            return null;
        var (item, line, history) = (found.Item, found.Line, found.History);
        var opened = await signals.OpenAsync(new SignalId(item.SignalId), cancellationToken);
        return new CaseFile(line, item.Due, opened?.Content ?? new SignalContent(), opened?.Unparsed ?? [], await WithNotesAsync(item, history, cancellationToken), item.PlaceCode)
        {
            SignalVersion = item.SignalVersion,
            IsErased = opened is null,
            Outcome = item.Outcome,
            ClosingAskedBy = item.State == QueueState.ClosingAsked ? found.ClosingAskedBy : null,
            VisitPlannedUtc = item.VisitPlannedUtc,
            ReviewUtc = item.ReviewUtc,
            Possible = [.. CaseRules.Possible(item, scope, found.IsWithin)],
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
                    { State: QueueState.Transferred } when item.OfferedBy != scope.StaffId => (Take(item, scope), item),
                    { State: QueueState.Transferred } => (new AcknowledgeOutcome.NeedsOther(), null),
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
                    { State: QueueState.ClosingAsked } => (await AskedAsync(db, item, cancellationToken), null),
                    { IsInHand: false } => (new CloseOutcome.NotAcknowledged(), null),
                    { IsCallOwed: true } => (new CloseOutcome.CallNotTold(), null),
                    _ when item.SignalVersion > seenSignalVersion => (new CloseOutcome.ChangedMeanwhile(), null),
                    _ => (await CloseAsync(db, item, scope, outcome, cancellationToken), item),
                };
                return changed;
            },
            cancellationToken);
        return told;
    }

    public async Task<AskOutcome> AskAsync(StaffScope scope, Guid itemId, NewQuestion question, CancellationToken cancellationToken) =>
        await reading.FindAsync(scope, itemId, cancellationToken) is { } item
            ? await questions.AskAsync(new SignalId(item.SignalId), question, scope.StaffId, cancellationToken)
            : AskOutcome.Absent;

    private static Task<QueueItem?> FindAsync(RoutingDb db, StaffScope scope, Guid itemId, CancellationToken cancellationToken) =>
        db.Items.Within(scope).FirstOrDefaultAsync(item => item.Id == itemId, cancellationToken);

    private AcknowledgeOutcome Take(QueueItem item, StaffScope scope)
    {
        var now = clock.NowUtc();
        item.Acknowledge(new StaffAct(scope.StaffId, now));
        return new AcknowledgeOutcome.Done(now);
    }

    private async Task<CloseOutcome> CloseAsync(RoutingDb db, QueueItem item, StaffScope scope, CaseOutcome outcome, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        var act = new StaffAct(scope.StaffId, now);
        if (item.Urgency == Urgency.Emergency)
        {
            item.AskToClose(act, outcome, terms.ConfirmDueUtc(item.Urgency, now, item.UnitCode));
            return new CloseOutcome.Asked(await StaffNames.OfAsync(db, scope.StaffId, cancellationToken), now);
        }

        item.Close(act, outcome);
        return new CloseOutcome.Done(now);
    }

    private async Task<IReadOnlyList<HistoryLine>> WithNotesAsync(QueueItem item, IReadOnlyList<HistoryLine> history, CancellationToken cancellationToken)
    {
        if (history.All(line => line.StepId is null))
            return history;
        var written = await notes.ListAsync(new SignalId(item.SignalId), cancellationToken);
        return [.. history.Select(line => line.StepId is { } id && written.TryGetValue(id, out var note) ? line with { Note = note } : line)];
    }

    private static async Task<AcknowledgeOutcome> TakenAsync(RoutingDb db, QueueItem item, CancellationToken cancellationToken) =>
        new AcknowledgeOutcome.AlreadyTaken(await StaffNames.OfAsync(db, item.AcknowledgedBy!, cancellationToken), item.AcknowledgedUtc!.Value);

    private static async Task<CloseOutcome> AskedAsync(RoutingDb db, QueueItem item, CancellationToken cancellationToken) =>
        new CloseOutcome.Asked(await StaffNames.OfAsync(db, item.ClosingAskedBy!, cancellationToken), item.ClosingAskedUtc!.Value);

    private static async Task<CloseOutcome> ClosedAsync(RoutingDb db, QueueItem item, CancellationToken cancellationToken) =>
        new CloseOutcome.AlreadyClosed(await StaffNames.OfAsync(db, item.ClosedBy!, cancellationToken), item.ClosedUtc!.Value, item.Outcome!.Value);
}
