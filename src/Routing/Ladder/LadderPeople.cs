using Senim.Intake.Promises;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Queues;

namespace Senim.Routing.Ladder;

/// <summary>Which levels an item has, and who they are at one moment. A pure function of the rosters.</summary>
internal sealed class LadderPeople(QueueItem item, IReadOnlyDictionary<string, Roster> rosters, IWorkingHours hours, DateTime nowUtc)
{
    /// <summary>What lies in a region's own queue, or the national desk's, has no levels between.</summary>
    public LadderLevel After(LadderLevel level, bool hasAlerted)
    {
        var next = level switch
        {
            LadderLevel.Officer => LadderLevel.Head,
            LadderLevel.Head when item.UnitCode == OwningUnit.NationalCode => LadderLevel.Everyone,
            LadderLevel.Head when item.UnitCode == item.RegionCode => LadderLevel.National,
            LadderLevel.Head => LadderLevel.Region,
            LadderLevel.Region => LadderLevel.National,
            LadderLevel.National => LadderLevel.Everyone,
            LadderLevel.Everyone or LadderLevel.Done => LadderLevel.Done,
        };
        return next == LadderLevel.Everyone && hasAlerted ? LadderLevel.Done : next;
    }

    public string UnitOf(LadderLevel level) => level switch
    {
        LadderLevel.Officer or LadderLevel.Head => item.UnitCode,
        LadderLevel.Region => item.RegionCode,
        LadderLevel.National or LadderLevel.Everyone or LadderLevel.Done => OwningUnit.NationalCode,
    };

    /// <summary>Accounts, each once. Whoever may not see the case is never among them.</summary>
    public IReadOnlyList<string> At(LadderLevel level)
    {
        var roster = rosters[UnitOf(level)];
        var people = level switch
        {
            LadderLevel.Officer => roster.OnDutyAt(nowUtc, hours).Append(item.IsWaiting ? null : item.AcknowledgedBy),
            LadderLevel.Head => [roster.HeadAt(nowUtc)],
            LadderLevel.Region or LadderLevel.National => roster.OnDutyAt(nowUtc, hours).Append(roster.HeadAt(nowUtc)),
            LadderLevel.Everyone => roster.Everybody,
            LadderLevel.Done => [],
        };
        var reaching = rosters[item.UnitCode].Reaching;
        return [.. people.OfType<string>().Where(reaching.Contains).Distinct(StringComparer.Ordinal)];
    }
}
