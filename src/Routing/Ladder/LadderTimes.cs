using Microsoft.Extensions.Options;
using Senim.Intake.Promises;
using Senim.Intake.Triage;
using Senim.Routing.Queues;

namespace Senim.Routing.Ladder;

/// <summary>When each level is due: by the clock where help is urgent, in working time elsewhere.</summary>
public sealed class LadderTimes(IOptions<LadderOptions> options, IWorkingHours hours)
{
    private readonly LadderOptions options = options.Value;

    public DateTime DueUtc(LadderRow ladder, QueueItem item, LadderLevel level)
    {
        ArgumentNullException.ThrowIfNull(ladder);
        ArgumentNullException.ThrowIfNull(item);
        var isAtOnce = item is { Urgency: Urgency.Emergency, NextStep: CaseStep.FirstLook };
        var from = isAtOnce ? ladder.BeganUtc : item.NextDueUtc;
        var term = Term(item.Urgency, level);
        return item.Urgency >= Urgency.Urgent ? from + term : hours.AfterUtc(from, term);
    }

    private TimeSpan Term(Urgency urgency, LadderLevel level)
    {
        var terms = urgency switch
        {
            Urgency.Emergency => options.Emergency,
            Urgency.Urgent => options.Urgent,
            Urgency.Standard => options.Standard,
            Urgency.Information => options.Information,
        };
        return level switch
        {
            LadderLevel.Officer => TimeSpan.Zero,
            LadderLevel.Head => terms.Head,
            LadderLevel.Region => terms.Region,
            LadderLevel.National or LadderLevel.Everyone or LadderLevel.Done => terms.National,
        };
    }
}
