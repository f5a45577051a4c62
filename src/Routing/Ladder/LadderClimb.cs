using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Promises;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Ladder;

/// <summary>
/// Alerts the levels of one item that are due. A step, what is to be sent because of it, and its line in the history become durable together,
/// under a key that exists once: whoever comes second, on this node or another, finds it done.
/// </summary>
internal sealed partial class LadderClimb(
    QueueWrites writes, Rosters rosters, ILadderAlerts alerts, LadderTimes times, IWorkingHours hours, TimeProvider clock, ICheckpoints checkpoints, ILogger<LadderClimb> logger)
{
    public async Task ClimbAsync(Guid itemId, CancellationToken cancellationToken)
    {
        List<LadderStepRow> taken = [];
        await writes.ChangeAsync(
            async db =>
            {
                taken = [];
                return await ClimbAsync(db, itemId, taken, cancellationToken);
            },
            cancellationToken);
        if (taken.Count == 0)
            return;
        checkpoints.Reached(Checkpoint.LadderRecorded);
        foreach (var step in taken)
            LogStep(logger, step.ItemId, step.Round, step.Level, step.UnitCode, step.Outcome, step.People);
        if (taken.Exists(step => step.Level == LadderLevel.Everyone))
            LogNobody(logger, itemId);
    }

    private async Task<QueueItem?> ClimbAsync(RoutingDb db, Guid itemId, List<LadderStepRow> taken, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        var ladder = await db.Ladders.FirstOrDefaultAsync(row => row.ItemId == itemId, cancellationToken);
        var item = await db.Items.FirstOrDefaultAsync(known => known.Id == itemId, cancellationToken);
        if (ladder is null || item is null || ladder.Round != item.StepRound || ladder.DueUtc is not { } due || due > now)
            return null;
        if (item.NextStep != CaseStep.FirstLook && await alerts.AnsweredAtAsync(db, item.Id, item.StepRound, cancellationToken) is not null)
        {
            ladder.Rest();
            return item;
        }

        var byUnit = await rosters.ReadAsync(db, [item.UnitCode, item.RegionCode, OwningUnit.NationalCode], item.RecusedUnitCode, cancellationToken);
        var people = new LadderPeople(item, byUnit, hours, now);
        while (ladder.DueUtc <= now)
        {
            var step = await TakeAsync(db, item, ladder, people, now, cancellationToken);
            taken.Add(step);
            ladder.Climb(step.Outcome, people.After(ladder.Level, ladder.HasAlerted || step.Outcome == LadderOutcome.Alerted), item, times, now);
        }

        return item;
    }

    private async Task<LadderStepRow> TakeAsync(RoutingDb db, QueueItem item, LadderRow ladder, LadderPeople people, DateTime now, CancellationToken cancellationToken)
    {
        var level = ladder.Level;
        var unit = people.UnitOf(level);
        var here = people.At(level);
        var reachable = await alerts.ReachableAsync(db, here, cancellationToken);
        var isLast = level == LadderLevel.Everyone;
        var outcome = unit == item.RecusedUnitCode ? LadderOutcome.Recused
            : here.Count == 0 ? LadderOutcome.NobodyOnDuty
            : reachable.Count == 0 ? LadderOutcome.NobodyReachable
            : LadderOutcome.Alerted;

        // The desk shows it also to those whom no other way reaches; but they are not waited for.
        if (here.Count > 0 || isLast)
            await alerts.AddAsync(db, new LadderAlert(here, item, ToOperator: isLast), cancellationToken);
        var step = new LadderStepRow { ItemId = item.Id, Round = ladder.Round, Level = level, AtUtc = now, UnitCode = unit, Outcome = outcome, People = reachable.Count };
        db.Add(step);
        item.Climb(level, outcome, unit, now);
        return step;
    }

    [LoggerMessage(1, LogLevel.Information, "Case {ItemId}, round {Round}: {Level} at {UnitCode}: {Outcome}, {People} people.")]
    private static partial void LogStep(ILogger logger, Guid itemId, int round, LadderLevel level, string unitCode, LadderOutcome outcome, int people);

    [LoggerMessage(2, LogLevel.Error, "Nobody is on duty for case {ItemId} at any level: the national desk and the operator were alerted. See the rosters: senim check")]
    private static partial void LogNobody(ILogger logger, Guid itemId);
}
