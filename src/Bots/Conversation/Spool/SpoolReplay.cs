using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Senim.Bots.Conversation.Turns;

namespace Senim.Bots.Conversation.Spool;

/// <summary>Brings what lies in the spool to the database once it is there again.</summary>
internal sealed partial class SpoolReplay(TurnSpool spool, TurnRunner runner, TimeProvider clock, ILogger<SpoolReplay> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await spool.EmptyAsync(runner.ReplayAsync, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogFailed(logger, error.GetType().Name);
            }

            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(55, LogLevel.Warning, "The spool could not be emptied ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
