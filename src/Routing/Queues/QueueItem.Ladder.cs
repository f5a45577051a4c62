using Senim.Routing.Ladder;

namespace Senim.Routing.Queues;

/// <summary>What the history says of the alerts about an item.</summary>
public sealed partial class QueueItem
{
    /// <summary>One level was alerted, or passed over because nobody is there.</summary>
    /// <param name="unitCode">The unit whose level it is.</param>
    public void Climb(LadderLevel level, LadderOutcome outcome, string unitCode, DateTime nowUtc)
    {
        if (outcome == LadderOutcome.Alerted || level == LadderLevel.Everyone)
            Record(nowUtc, ActionOf(level), to: unitCode);
        else
            Record(nowUtc, QueueAction.PassedOver, from: $"{level}.{outcome}", to: unitCode);
        Finish();
    }

    private static QueueAction ActionOf(LadderLevel level) => level switch
    {
        LadderLevel.Officer => QueueAction.AlertedOfficer,
        LadderLevel.Head => QueueAction.AlertedHead,
        LadderLevel.Region => QueueAction.AlertedRegion,
        LadderLevel.National => QueueAction.AlertedNational,
        LadderLevel.Everyone => QueueAction.AlertedEveryone,
        LadderLevel.Done => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}
