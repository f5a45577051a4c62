using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Senim.Intake;
using Senim.Intake.Promises;
using Senim.Intake.Storage;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Ladder;
using Senim.Routing.Storage;

namespace Senim.Routing.Drills;

/// <summary>Begins the drills that are due, each once on however many nodes, and notes answers that came by other ways than the desk.</summary>
internal sealed partial class DrillSweep(
    IDbContextFactory<RoutingDb> contexts,
    WriteGate<RoutingDb> gate,
    Rosters rosters,
    ILadderAlerts alerts,
    IWorkingHours hours,
    TimeProvider clock,
    ILogger<DrillSweep> logger) : BackgroundService
{
    /// <summary>A node that was away this long leaves the drill out: at another time of day it would measure something else.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(1);

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>For so long an answer is waited for.</summary>
    internal static readonly TimeSpan AnsweredWithin = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, error.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Drills begun by this node.</returns>
    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await HearAsync(cancellationToken);
        var begun = 0;
        foreach (var (unit, week) in await DueAsync(cancellationToken))
            begun += await BeginAsync(unit, week, cancellationToken) ? 1 : 0;
        return begun;
    }

    /// <summary>Units with staff whose moment of this week has just been and that have no drill yet.</summary>
    private async Task<List<(string Unit, DateOnly Week)>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        var local = hours.ToLocal(now);
        var week = DrillPlan.WeekOf(now, hours);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var done = await db.Drills.Where(drill => drill.Week == week).Select(drill => drill.UnitCode).ToHashSetAsync(cancellationToken);
        var dead = await LiveDepartments.ListDeadAsync(db, cancellationToken);
        var units = await db.Users.Select(member => member.UnitCode).Distinct().ToListAsync(cancellationToken);
        return
        [
            .. units.Where(unit => !done.Contains(unit) && !dead.Contains(unit))
                .Where(unit => DrillPlan.MomentOf(unit, week, hours) is { } moment && moment <= local && local < moment + Latest)
                .Select(unit => (unit, week)),
        ];
    }

    private async Task<bool> BeginAsync(string unit, DateOnly week, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!(await rosters.ReadAsync(db, [unit], null, cancellationToken)).TryGetValue(unit, out var roster))
            return false;
        var people = roster.OnDutyAt(now, hours);
        var alert = people.Count == 0 ? null : await alerts.AddAsync(db, new LadderAlert(people, null), cancellationToken);
        db.Add(new DrillRow { Id = Guid.CreateVersion7(clock.GetUtcNow()), UnitCode = unit, Week = week, BegunUtc = now, People = people.Count, AlertId = alert });
        try
        {
            using (await gate.EnterAsync(cancellationToken))
                await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            if (await contexts.AnyDrillAsync(unit, week, cancellationToken))
                return false;
            throw;
        }

        LogBegun(logger, unit, people.Count);
        return true;
    }

    private async Task HearAsync(CancellationToken cancellationToken)
    {
        var since = clock.NowUtc() - AnsweredWithin;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var drill in await db.Drills.Where(drill => drill.AnsweredUtc == null && drill.AlertId != null && drill.BegunUtc > since).ToListAsync(cancellationToken))
            drill.AnsweredUtc = await alerts.AnsweredAtAsync(db, drill.AlertId!, cancellationToken);
        using (await gate.EnterAsync(cancellationToken))
            await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Information, "The drill of {UnitCode} has begun: {People} people on duty.")]
    private static partial void LogBegun(ILogger logger, string unitCode, int people);

    [LoggerMessage(2, LogLevel.Warning, "Drills could not be looked for ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
