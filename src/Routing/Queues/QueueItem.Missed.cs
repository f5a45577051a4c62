namespace Senim.Routing.Queues;

/// <summary>Steps that were not done in time.</summary>
public sealed partial class QueueItem
{
    /// <summary>The last <see cref="StepRound"/> whose step was missed; noted once a round.</summary>
    public int MissedRound { get; private set; }

    /// <summary>When somebody must look whether the step was missed; null when there is nothing to look for.</summary>
    public DateTime? WatchUtc { get; private set; }

    /// <summary>The reporter was promised the step that is waited for; of what staff owe one another they hear nothing.</summary>
    public bool IsPromised => NextStep is CaseStep.FirstLook or CaseStep.Assigned or CaseStep.Visit or CaseStep.Close;

    /// <exception cref="InvalidOperationException">Nothing is late, or it was noted before.</exception>
    public void Miss(DateTime nowUtc)
    {
        if (WatchUtc is not { } due || due > nowUtc)
            throw new InvalidOperationException("No step of the item is late.");
        MissedRound = StepRound;
        Record(nowUtc, QueueAction.StepMissed, to: NextStep.ToString());
        Finish();
    }
}
