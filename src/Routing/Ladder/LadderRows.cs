using Senim.Intake.Triage;
using Senim.Routing.Queues;

namespace Senim.Routing.Ladder;

/// <summary>How far the alerts about one item have climbed in its present round. Written in the transaction of whatever changes the item.</summary>
public sealed class LadderRow
{
    public Guid ItemId { get; init; }

    public int Version { get; private set; }

    /// <summary><see cref="QueueItem.StepRound"/> that this is about.</summary>
    public int Round { get; private set; }

    public DateTime BeganUtc { get; private set; }

    /// <summary>Emergencies are served first.</summary>
    public Urgency Urgency { get; private set; }

    /// <summary>The next level.</summary>
    public LadderLevel Level { get; private set; }

    /// <summary>When it is alerted; null when nothing is left to do in this round.</summary>
    public DateTime? DueUtc { get; private set; }

    /// <summary>Somebody was alerted in this round.</summary>
    public bool HasAlerted { get; private set; }

    /// <summary>Begins anew with each round of the item, and keeps to the item's due time until the first level was alerted.</summary>
    public void Follow(QueueItem item, LadderTimes times, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (Round != item.StepRound)
            (Round, BeganUtc, Level, HasAlerted) = (item.StepRound, nowUtc, LadderLevel.Officer, false);
        Urgency = item.Urgency;
        if (item.State == QueueState.Closed)
            DueUtc = null;
        else if (Level == LadderLevel.Officer)
            DueUtc = times.DueUtc(this, item, Level);
        Version++;
    }

    /// <summary>Somebody answered: nobody else is alerted in this round.</summary>
    public void Rest()
    {
        (Level, DueUtc) = (LadderLevel.Done, null);
        Version++;
    }

    /// <param name="next">The level after the one that was dealt with just now.</param>
    public void Climb(LadderOutcome outcome, LadderLevel next, QueueItem item, LadderTimes times, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(times);
        HasAlerted |= outcome == LadderOutcome.Alerted;
        Level = next;
        DueUtc = next switch
        {
            LadderLevel.Done => null,
            // Where nobody is, nobody is waited for.
            _ when outcome != LadderOutcome.Alerted => nowUtc,
            _ => times.DueUtc(this, item, next),
        };
        Version++;
    }
}

/// <summary>One level of one round was dealt with. Written once, never changed: its key is what makes it happen once.</summary>
public sealed class LadderStepRow
{
    public Guid ItemId { get; init; }

    public int Round { get; init; }

    public LadderLevel Level { get; init; }

    public DateTime AtUtc { get; init; }

    /// <summary>The unit whose level it is.</summary>
    public string UnitCode { get; init; } = "";

    public LadderOutcome Outcome { get; init; }

    /// <summary>Staff who were alerted.</summary>
    public int People { get; init; }
}
