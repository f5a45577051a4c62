using Senim.Intake.Promises;
using Senim.Intake.Triage;

namespace Senim.Routing.Queues;

/// <summary>What whoever has an item in hand does with it.</summary>
public sealed partial class QueueItem
{
    /// <summary>When the person who has it said that they go on with it; null while a named colleague has not said so.</summary>
    public DateTime? TakenOnUtc { get; private set; }

    /// <summary>When the visit is to be.</summary>
    public DateTime? VisitPlannedUtc { get; private set; }

    /// <summary>When the visit was noted as made.</summary>
    public DateTime? VisitedUtc { get; private set; }

    /// <summary>When the plan is to be looked at again; null while there is no plan.</summary>
    public DateTime? ReviewUtc { get; private set; }

    /// <summary>When staff said who was called in the emergency, or why nobody was.</summary>
    public DateTime? CallToldUtc { get; private set; }

    /// <summary>When a step is due to which staff gave a date themselves: the answer of others, or a planned visit.</summary>
    public DateTime? StepDueUtc { get; private set; }

    /// <summary>A person has it, and nobody else is waited for.</summary>
    public bool IsInHand => State is >= QueueState.Acknowledged and < QueueState.ClosingAsked;

    /// <summary>It has not been said yet whether help was called.</summary>
    public bool IsCallOwed => Urgency == Urgency.Emergency && State is >= QueueState.Acknowledged and < QueueState.Closed && CallToldUtc is null;

    /// <exception cref="InvalidOperationException">Somebody has it, or it is closed.</exception>
    public void Acknowledge(StaffAct act)
    {
        if (State == QueueState.Transferred)
        {
            Accept(act);
            return;
        }

        machine.Fire(QueueTrigger.Take);
        Hold(act.By, act.AtUtc);
        Record(act, QueueAction.Acknowledged);
        Finish();
    }

    /// <summary>Names who goes on with it: oneself or a colleague. One that nobody has is taken with it.</summary>
    /// <exception cref="InvalidOperationException">Nobody here has it.</exception>
    public void Name(StaffAct act, string staffId, IPromises promises)
    {
        if (IsWaiting)
        {
            machine.Fire(QueueTrigger.Take);
            Record(act with { StepId = null }, QueueAction.Acknowledged);
        }
        else
        {
            RequireInHand();
        }

        Hold(staffId, act.AtUtc);
        Record(act, QueueAction.Named, to: staffId);
        if (staffId != act.By)
        {
            TakenOnUtc = null;
            AssignedDueUtc = promises.For(Urgency, act.AtUtc, PromisedAt).AssignedUtc;
            beginsAnew = true;
        }

        Finish();
    }

    /// <summary>Whoever does it has it from now on.</summary>
    /// <exception cref="InvalidOperationException">Nobody here has it.</exception>
    public void Begin(StaffAct act)
    {
        machine.Fire(QueueTrigger.Begin);
        Hold(act.By, AcknowledgedUtc ?? act.AtUtc);
        TakenOnUtc = act.AtUtc;
        Record(act, QueueAction.Begun);
        Finish();
    }

    /// <summary>Nobody has it any more, and alerting begins anew. What was promised of the later steps stands.</summary>
    /// <exception cref="InvalidOperationException">Nobody here has it.</exception>
    public void HandBack(StaffAct act, IPromises promises)
    {
        machine.Fire(QueueTrigger.HandBack);
        Record(act, QueueAction.HandedBack);
        LetGo(promises, act.AtUtc);
        Finish();
    }

    /// <param name="dueUtc">By when it is to be noted as made; what was promised before stands, unless that time is over.</param>
    /// <exception cref="InvalidOperationException">Nobody here has it.</exception>
    public void PlanVisit(StaffAct act, DateTime plannedUtc, DateTime dueUtc)
    {
        machine.Fire(QueueTrigger.PlanVisit);
        VisitPlannedUtc = plannedUtc;
        StepDueUtc = VisitDueUtc is { } promised && promised > act.AtUtc && promised < dueUtc ? promised : dueUtc;
        Record(act, QueueAction.VisitPlanned);
        beginsAnew = true;
        Finish();
    }

    /// <exception cref="InvalidOperationException">Nobody here has it.</exception>
    public void RecordVisit(StaffAct act)
    {
        machine.Fire(QueueTrigger.Visit);
        VisitedUtc = act.AtUtc;
        StepDueUtc = null;
        Record(act, QueueAction.Visited);
        Finish();
    }

    /// <summary>There is a plan, which is looked at again on a day.</summary>
    /// <exception cref="InvalidOperationException">Nobody here has it.</exception>
    public void Plan(StaffAct act, DateTime reviewUtc)
    {
        RequireInHand();
        ReviewUtc = reviewUtc;
        Record(act, QueueAction.Planned);
        beginsAnew = true;
        Finish();
    }

    /// <exception cref="InvalidOperationException">Nobody here has it.</exception>
    public void Refer(StaffAct act, ReferralBody body)
    {
        RequireInHand();
        Record(act, QueueAction.Referred, to: body.ToString());
        Finish();
    }

    public void TellCall(StaffAct act, bool isCalled)
    {
        CallToldUtc = act.AtUtc;
        Record(act, isCalled ? QueueAction.HelpCalled : QueueAction.HelpNotCalled);
        Finish();
    }

    public void Write(StaffAct act)
    {
        Record(act, QueueAction.Noted);
        Finish();
    }

    /// <summary>The unit whose region says what is promised.</summary>
    private string? PromisedAt => IsPlacedByStaff ? UnitCode : PlaceCode;

    private void Hold(string staffId, DateTime sinceUtc) => (AcknowledgedBy, AcknowledgedUtc, TakenOnUtc) = (staffId, sinceUtc, sinceUtc);

    /// <summary>The first steps are promised anew, the others stand.</summary>
    private void LetGo(IPromises promises, DateTime nowUtc)
    {
        (AcknowledgedBy, AcknowledgedUtc, TakenOnUtc, VisitPlannedUtc, ReviewUtc, StepDueUtc) = (null, null, null, null, null, null);
        var due = promises.For(Urgency, nowUtc, PromisedAt);
        (FirstLookDueUtc, AssignedDueUtc, ReopenedUtc) = (due.FirstLookUtc, due.AssignedUtc, nowUtc);
        beginsAnew = true;
    }

    private void RequireInHand()
    {
        if (!IsInHand)
            throw new InvalidOperationException($"Nobody here has an item that is {State}.");
    }
}
