using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Privacy;

namespace Senim.Bots.Conversation.Turns;

/// <summary>Makes a turn of each silence that counts. Every node may look: the delivery key is the same, so it has one effect.</summary>
internal sealed partial class TimeOutWorker(ITurnStore store, TurnRunner runner, BlindIndex blind, TimeProvider clock, ILogger<TimeOutWorker> logger)
    : BackgroundService
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await WaitAsync(timer, stoppingToken))
        {
            try
            {
                while (await SweepAsync(stoppingToken) == MostAtOnce)
                {
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogFailed(logger, error.GetType().Name);
            }
        }
    }

    /// <returns>Conversations dealt with; those that could not be written wait for the next look.</returns>
    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var due = await store.DueTimeOutsAsync(clock.NowUtc(), MostAtOnce, cancellationToken);
        var results = await Task.WhenAll(due.Select(silent => runner.RunAsync(new InboundTurn
        {
            Channel = silent.Channel,
            Conversation = silent.Key,
            Delivery = blind.TimeOut(silent.Key, silent.DueUtc),
            Input = new TurnInput.TimedOut(silent.DueUtc),
            ReceivedUtc = clock.NowUtc(),
        })));
        return results.Count(result => result is TurnResult.Done);
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(30, LogLevel.Warning, "Silent conversations could not be looked for ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
