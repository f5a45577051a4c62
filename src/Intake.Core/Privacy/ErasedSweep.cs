using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Senim.Intake.Storage;

namespace Senim.Intake.Privacy;

/// <summary>
/// Deletes what hangs on a signal whose data key was destroyed: questions and notes that nobody can read any more, and codes that would still
/// say that there was a signal.
/// </summary>
internal sealed partial class ErasedSweep(
    IDbContextFactory<IntakeDb> contexts, WriteGate<IntakeDb> gate, TimeProvider clock, ILogger<ErasedSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    /// <returns>Rows deleted.</returns>
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        var questions = await db.Questions
            .Where(row => !db.DataKeys.Any(key => key.Id == row.DataKeyId))
            .ExecuteDeleteAsync(cancellationToken);
        var codes = await db.AccessCodes
            .Where(row => !db.Signals.Any(signal => signal.Id == row.SignalId && db.DataKeys.Any(key => key.Id == signal.DataKeyId)))
            .ExecuteDeleteAsync(cancellationToken);
        var notes = await db.CaseNotes
            .Where(row => !db.DataKeys.Any(key => key.Id == row.DataKeyId))
            .ExecuteDeleteAsync(cancellationToken);
        return questions + codes + notes;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunAsync(stoppingToken) is var removed and > 0)
                    LogRemoved(logger, removed);
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

    [LoggerMessage(75, LogLevel.Information, "{Count} questions, codes and notes of erased signals were deleted.")]
    private static partial void LogRemoved(ILogger logger, int count);

    [LoggerMessage(76, LogLevel.Warning, "Questions, codes and notes of erased signals could not be deleted ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
