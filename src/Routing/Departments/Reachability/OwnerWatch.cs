using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Senim.Routing.Storage;

namespace Senim.Routing.Departments.Reachability;

/// <summary>Looks at the start and every hour whether each unit has somebody who can be alerted, and tells the operator in the log.</summary>
internal sealed partial class OwnerWatch(IDbContextFactory<RoutingDb> contexts, OwnerReach reach, TimeProvider clock, ILogger<OwnerWatch> logger)
    : BackgroundService, IOwnerWatch
{
    private const int MostNamed = 10;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public ReachReport? Last { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, error.GetType().Name);
            }

            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var report = await reach.LookAsync(db, cancellationToken);
        Last = report;
        if (report.Unreached.Count > 0)
            LogUnreached(logger, report.Unreached.Count, report.Units, string.Join(", ", report.Unreached.Take(MostNamed).Select(Named)));
    }

    private static string Named(UnreachedUnit unit) => $"{unit.UnitCode} (instead: {unit.Fallback ?? "nobody but the operator"})";

    [LoggerMessage(1, LogLevel.Warning, "In {Unreached} of {Units} units nobody can be alerted, among them {Named}. Run: senim check")]
    private static partial void LogUnreached(ILogger logger, int unreached, int units, string named);

    [LoggerMessage(2, LogLevel.Warning, "Whether each unit has somebody to alert could not be looked at ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
