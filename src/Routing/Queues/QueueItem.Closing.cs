namespace Senim.Routing.Queues;

/// <summary>How an item ends. In an emergency one person asks, and another one agrees.</summary>
public sealed partial class QueueItem
{
    /// <summary>Id of the account that asks to close it; stays when it was closed so.</summary>
    public string? ClosingAskedBy { get; private set; }

    public DateTime? ClosingAskedUtc { get; private set; }

    public string? ClosedBy { get; private set; }

    public DateTime? ClosedUtc { get; private set; }

    /// <summary>How it ended, or is to end.</summary>
    public CaseOutcome? Outcome { get; private set; }

    /// <exception cref="InvalidOperationException">Nobody has it, or it is closed.</exception>
    public void Close(StaffAct act, CaseOutcome outcome)
    {
        machine.Fire(QueueTrigger.Close);
        ClosedBy = act.By;
        ClosedUtc = act.AtUtc;
        Outcome = outcome;
        StepDueUtc = null;
        Record(act, QueueAction.Closed, to: outcome.ToString());
        Finish();
    }

    /// <param name="dueUtc">By when a second person says whether it may be closed.</param>
    /// <exception cref="InvalidOperationException">Nobody has it, or it is closed.</exception>
    public void AskToClose(StaffAct act, CaseOutcome outcome, DateTime dueUtc)
    {
        machine.Fire(QueueTrigger.AskToClose);
        (ClosingAskedBy, ClosingAskedUtc, Outcome, StepDueUtc) = (act.By, act.AtUtc, outcome, dueUtc);
        Record(act, QueueAction.ClosingAsked, to: outcome.ToString());
        Finish();
    }

    /// <exception cref="InvalidOperationException">Nobody asks to close it.</exception>
    public void DeclineClosing(StaffAct act)
    {
        machine.Fire(QueueTrigger.Decline);
        Record(act, QueueAction.ClosingDeclined);
        ForgetAsking();
        Finish();
    }

    private void ForgetAsking() => (ClosingAskedBy, ClosingAskedUtc, Outcome, StepDueUtc) = (null, null, null, null);
}
