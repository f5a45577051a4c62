using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Senim.Routing.Alerts.Sending;

/// <summary>Sends what is due, each way by itself.</summary>
internal sealed partial class AlertSender(IEnumerable<AlertLane> lanes, TimeProvider clock, ILogger<AlertSender> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(lanes.Where(lane => lane.IsOn).Select(lane => Task.Run(() => RunAsync(lane, stoppingToken), stoppingToken)));
    }

    private async Task RunAsync(AlertLane lane, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await lane.SweepAsync(stoppingToken) == AlertLane.MostAtOnce)
                {
                    // There may be more.
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, lane.Way, error.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(93, LogLevel.Error, "Alerts that are due by {Way} could not be read or marked ({Error}).")]
    private static partial void LogFailed(ILogger logger, AlertWay way, string error);
}
