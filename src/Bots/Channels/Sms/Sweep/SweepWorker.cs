using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Senim.Bots.Channels.Sms.Sweep;

/// <summary>Sweeps at the start and then every 5 minutes; sooner where something was left to do.</summary>
internal sealed partial class SweepWorker(TextSweep sweep, IOptions<SmsOptions> options, TimeProvider clock, ILogger<SweepWorker> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>After a sweep that could not be finished.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (options.Value.IsOn && !stoppingToken.IsCancellationRequested)
        {
            var wait = await SweepAsync(stoppingToken) ? Interval : Soon;
            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> SweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await sweep.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception error)
        {
            LogFailed(logger, error.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(60, LogLevel.Error, "Twilio's list could not be swept ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
