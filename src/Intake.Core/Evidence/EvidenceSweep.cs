using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Senim.Intake.Evidence.Files;
using Senim.Intake.Storage;

namespace Senim.Intake.Evidence;

/// <summary>Takes files off the disk that nobody can open any more. They are unreadable from the moment at which their key is destroyed.</summary>
internal sealed partial class EvidenceSweep(
    IDbContextFactory<IntakeDb> contexts, WriteGate<IntakeDb> gate, EvidenceFolder folder, TimeProvider clock, ILogger<EvidenceSweep> logger) : BackgroundService
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    /// <summary>
    /// A file that no row names may belong to a turn that lies in a spool, which an operator has a week to look at; or an attempt to fetch it
    /// died.
    /// </summary>
    private static readonly TimeSpan LeftToItsTurn = TimeSpan.FromDays(7);

    /// <returns>Files taken off the disk.</returns>
    internal async Task<int> RunAsync(CancellationToken cancellationToken) =>
        await RemoveErasedAsync(cancellationToken) + await RemoveUnnamedAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (Try(folder.RemoveBegun) is var begun and > 0)
            LogBegun(logger, begun);
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

    /// <summary>First the file, then the row that leads to it.</summary>
    private async Task<int> RemoveErasedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var removed = 0;
        while (true)
        {
            var erased = await db.Evidence.AsNoTracking()
                .Where(row => !db.DataKeys.Any(key => key.Id == row.DataKeyId))
                .OrderBy(row => row.ReceivedUtc)
                .Take(MostAtOnce)
                .Select(row => new { row.Id, row.FileName })
                .ToListAsync(cancellationToken);
            foreach (var name in erased.Select(row => row.FileName).OfType<string>())
            {
                folder.Delete(name);
                removed++;
            }

            var ids = erased.Select(row => row.Id).ToList();
            using var pass = await gate.EnterAsync(cancellationToken);
            await db.Evidence.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
            if (erased.Count < MostAtOnce)
                return removed;
        }
    }

    private async Task<int> RemoveUnnamedAsync(CancellationToken cancellationToken)
    {
        var old = clock.NowUtc() - LeftToItsTurn;
        var removed = 0;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var part in folder.List().Where(file => file.SinceUtc < old).Select(file => file.Name).Chunk(MostAtOnce))
        {
            var names = part.ToList();
            var named = await db.Evidence.AsNoTracking().Where(row => names.Contains(row.FileName!)).Select(row => row.FileName!).ToListAsync(cancellationToken);
            foreach (var name in names.Except(named))
            {
                folder.Delete(name);
                removed++;
            }
        }

        return removed;
    }

    private int Try(Func<int> remove)
    {
        try
        {
            return remove();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            LogFailed(logger, error.GetType().Name);
            return 0;
        }
    }

    [LoggerMessage(72, LogLevel.Information, "{Count} files that were not written to their end were removed.")]
    private static partial void LogBegun(ILogger logger, int count);

    [LoggerMessage(73, LogLevel.Information, "{Count} files whose keys are destroyed were removed.")]
    private static partial void LogRemoved(ILogger logger, int count);

    [LoggerMessage(74, LogLevel.Warning, "The folder of evidence could not be swept ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
