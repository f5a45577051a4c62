using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Promises;
using Senim.Routing.Departments;
using Senim.Routing.Storage;

namespace Senim.Routing.Queues;

/// <summary>What hinders a step, and what it does to an item.</summary>
internal sealed class StepTaking(DepartmentTree tree, IPromises promises, IStaffTerms terms, TimeProvider clock)
{
    /// <summary>A day so far away was mistyped.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    /// <returns>Null when nothing hinders it. <see cref="StepOutcome.Done"/> when it was taken before.</returns>
    public async Task<StepOutcome?> HindranceAsync(
        RoutingDb db, StaffScope scope, QueueItem item, bool isWithin, StaffStep step, CancellationToken cancellationToken)
    {
        if (await db.History.AnyAsync(row => row.ItemId == item.Id && row.StepId == step.Id, cancellationToken))
            return new StepOutcome.Done();
        if (!CaseRules.Possible(item, scope, isWithin).Contains(step.Kind))
            return IsForAnother(item, scope, step) ? new StepOutcome.NeedsOther() : await OvertakenAsync(db, item, cancellationToken);
        if (step is StaffStep.ConfirmClosing { SeenSignalVersion: var seen } && item.SignalVersion > seen)
            return new StepOutcome.ChangedMeanwhile();
        return await IsFitAsync(db, scope, item, step, cancellationToken) ? null : new StepOutcome.Unfit();
    }

    public async Task TakeAsync(RoutingDb db, StaffAct act, QueueItem item, StaffStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case StaffStep.Begin:
                item.Begin(act);
                break;
            case StaffStep.Name name:
                item.Name(act, name.StaffId, promises);
                break;
            case StaffStep.HandBack:
                item.HandBack(act, promises);
                break;
            case StaffStep.PlanVisit visit:
                item.PlanVisit(act, visit.PlannedUtc, terms.EndOfDayUtc(visit.PlannedUtc));
                break;
            case StaffStep.RecordVisit:
                item.RecordVisit(act);
                break;
            case StaffStep.Plan plan:
                item.Plan(act, plan.ReviewUtc);
                break;
            case StaffStep.Refer refer:
                item.Refer(act, refer.Body);
                break;
            case StaffStep.Write:
                item.Write(act);
                break;
            case StaffStep.TellCall tell:
                item.TellCall(act, tell.Note?.Call is not null);
                break;
            case StaffStep.Transfer transfer:
                item.Offer(act, tree.Find(transfer.UnitCode)!, terms.AcceptDueUtc(item.Urgency, act.AtUtc, transfer.UnitCode));
                break;
            case StaffStep.Accept:
                item.Accept(act);
                break;
            case StaffStep.Refuse:
                await ReturnAsync(db, item, QueueAction.TransferRefused, act, cancellationToken);
                break;
            case StaffStep.TakeBack:
                await ReturnAsync(db, item, QueueAction.TransferTakenBack, act, cancellationToken);
                item.Acknowledge(act with { StepId = null });
                break;
            case StaffStep.ConfirmClosing:
                item.Close(act, item.Outcome!.Value);
                break;
            case StaffStep.DeclineClosing:
                item.DeclineClosing(act);
                break;
        }
    }

    /// <summary>Back to the unit that passed it on, or to whoever stands in for it.</summary>
    /// <param name="act">Null where its time is over.</param>
    public async Task ReturnAsync(RoutingDb db, QueueItem item, QueueAction why, StaffAct? act, CancellationToken cancellationToken)
    {
        var dead = await LiveDepartments.ListDeadAsync(db, cancellationToken);
        item.Return(why, act, tree.OwnerOf(item.FromUnitCode, dead, item.RecusedUnitCode), promises, clock.NowUtc());
    }

    private async Task<bool> IsFitAsync(RoutingDb db, StaffScope scope, QueueItem item, StaffStep step, CancellationToken cancellationToken) => step switch
    {
        StaffStep.Name name => name.StaffId == scope.StaffId
            || (await Colleagues.OfAsync(db, item.UnitCode, scope.StaffId, clock.GetUtcNow(), cancellationToken)).Any(colleague => colleague.StaffId == name.StaffId),
        StaffStep.PlanVisit { PlannedUtc: var planned } => IsAhead(planned),
        StaffStep.Plan { ReviewUtc: var review } => IsAhead(review),
        StaffStep.Transfer { UnitCode: var code } => tree.Find(code) is not null
            && code != item.UnitCode
            && code != item.RecusedUnitCode
            && !(await LiveDepartments.ListDeadAsync(db, cancellationToken)).Contains(code),
        _ => true,
    };

    private bool IsAhead(DateTime utc) => utc > clock.NowUtc() && utc < clock.NowUtc() + Farthest;

    private static bool IsForAnother(QueueItem item, StaffScope scope, StaffStep step) => step switch
    {
        StaffStep.ConfirmClosing => item.State == QueueState.ClosingAsked && item.ClosingAskedBy == scope.StaffId,
        StaffStep.Accept or StaffStep.Refuse => item.State == QueueState.Transferred,
        _ => false,
    };

    private static async Task<StepOutcome> OvertakenAsync(RoutingDb db, QueueItem item, CancellationToken cancellationToken)
    {
        var last = await db.History.AsNoTracking()
            .Where(row => row.ItemId == item.Id)
            .OrderByDescending(row => row.By != null)
            .ThenByDescending(row => row.Id)
            .FirstAsync(cancellationToken);
        return new StepOutcome.Overtaken(last.By is null ? null : await StaffNames.OfAsync(db, last.By, cancellationToken), last.AtUtc, last.Action);
    }
}
