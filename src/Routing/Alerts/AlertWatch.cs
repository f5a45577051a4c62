using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Senim.Intake;
using Senim.Routing.Storage;

namespace Senim.Routing.Alerts;

/// <summary>Reads the backlog every 15 seconds for the meter <c>Senim.Alerts</c>: two gauges of seconds, 0 when nothing waits.</summary>
internal sealed partial class AlertWatch : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly IDbContextFactory<RoutingDb> contexts;
    private readonly TimeProvider clock;
    private readonly ILogger<AlertWatch> logger;
    private AlertBacklog last = new(null, null);

    public AlertWatch(IDbContextFactory<RoutingDb> contexts, IMeterFactory meters, TimeProvider clock, ILogger<AlertWatch> logger)
    {
        (this.contexts, this.clock, this.logger) = (contexts, clock, logger);
        var meter = meters.Create("Senim.Alerts");
        meter.CreateObservableGauge("senim.emergency.oldest", () => Age(last.EmergencySinceUtc), "s", "How long the oldest Emergency has waited for a person.");
        meter.CreateObservableGauge("senim.alert.oldest", () => Age(last.PendingSinceUtc), "s", "How long the oldest alert has waited for its way.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(stoppingToken);
                last = await AlertBacklog.ReadAsync(db, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, error.GetType().Name);
            }

            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private double Age(DateTime? since) => since is { } time ? Math.Max(0, (clock.NowUtc() - time).TotalSeconds) : 0;

    [LoggerMessage(96, LogLevel.Warning, "How long alerts have waited could not be read ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
