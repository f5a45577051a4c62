using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Notes;
using Senim.Intake.Signals;
using Senim.Routing.Departments;
using Senim.Routing.Storage;

namespace Senim.Routing.Queues;

internal sealed class CaseDesk(QueueWrites writes, IDbContextFactory<RoutingDb> contexts, ICaseNotes notes, StepTaking taking, TimeProvider clock) : ICaseDesk
{
    public async Task<StepOutcome> TakeAsync(StaffScope scope, Guid itemId, StaffStep step, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (CaseRules.LacksWords(step))
            return await IsThereAsync(scope, itemId, cancellationToken) ? new StepOutcome.NeedsWords() : new StepOutcome.NotFound();
        if (step.Note is { } note && await WriteAsync(scope, itemId, step, note, cancellationToken) is { } hindrance)
            return hindrance;
        StepOutcome outcome = new StepOutcome.NotFound();
        await writes.ChangeAsync(
            async db =>
            {
                (outcome, var changed) = await FindAsync(db, scope, itemId, cancellationToken) is var (item, isWithin)
                    ? await TakeAsync(db, scope, item, isWithin, step, cancellationToken)
                    : (new StepOutcome.NotFound(), null);
                return changed;
            },
            cancellationToken);
        return outcome;
    }

    public async Task<IReadOnlyList<Colleague>> ListColleaguesAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Items.AsNoTracking().Within(scope).FirstOrDefaultAsync(known => known.Id == itemId, cancellationToken) is { } item
            ? await Colleagues.OfAsync(db, item.UnitCode, scope.StaffId, clock.GetUtcNow(), cancellationToken)
            : [];
    }

    /// <summary>What is written is kept first: a step whose words are lost cannot be told to anybody.</summary>
    /// <returns>Null when it is kept.</returns>
    private async Task<StepOutcome?> WriteAsync(StaffScope scope, Guid itemId, StaffStep step, CaseNote note, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, scope, itemId, cancellationToken) is not var (item, isWithin))
            return new StepOutcome.NotFound();
        if (await taking.HindranceAsync(db, scope, item, isWithin, step, cancellationToken) is { } hindrance)
            return hindrance;
        return await notes.WriteAsync(new SignalId(item.SignalId), step.Id, note, scope.StaffId, cancellationToken) ? null : new StepOutcome.Erased();
    }

    private async Task<(StepOutcome, QueueItem?)> TakeAsync(
        RoutingDb db, StaffScope scope, QueueItem item, bool isWithin, StaffStep step, CancellationToken cancellationToken)
    {
        if (await taking.HindranceAsync(db, scope, item, isWithin, step, cancellationToken) is { } hindrance)
            return (hindrance, null);
        await taking.TakeAsync(db, new StaffAct(scope.StaffId, clock.NowUtc(), step.Id), item, step, cancellationToken);
        return (new StepOutcome.Done(), item);
    }

    private async Task<bool> IsThereAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, scope, itemId, cancellationToken) is not null;
    }

    private static async Task<(QueueItem Item, bool IsWithin)?> FindAsync(RoutingDb db, StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        if (await db.Items.Within(scope).FirstOrDefaultAsync(known => known.Id == itemId, cancellationToken) is { } own)
            return (own, true);
        return await db.Items.PassedOnBy(scope).FirstOrDefaultAsync(known => known.Id == itemId, cancellationToken) is { } passed ? (passed, false) : null;
    }
}
