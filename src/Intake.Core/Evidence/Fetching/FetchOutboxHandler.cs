using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Senim.Intake.Checkpoints;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence.Files;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Intake.Evidence.Fetching;

/// <summary>
/// Fetches the files of turns that were committed. Each attempt writes a file of its own under a key of its own; the row takes one, and what an
/// attempt left behind that died before it was taken has no key anywhere.
/// </summary>
internal sealed partial class FetchOutboxHandler(
    IDbContextFactory<IntakeDb> contexts,
    WriteGate<IntakeDb> gate,
    KeyRing keys,
    IEnumerable<IFileSource> sources,
    EvidenceFolder folder,
    TimeProvider clock,
    ICheckpoints checkpoints,
    ILogger<FetchOutboxHandler> logger) : IOutboxHandler
{
    /// <summary>Telegram keeps files for long, Twilio until they are deleted; an operator has heard of it many times by then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>A file of a message that has just come may be there a moment later.</summary>
    private static readonly TimeSpan NotYet = TimeSpan.FromMinutes(2);

    /// <summary>20 MB at 70 KB a second.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);

    private readonly Dictionary<ChannelKind, IFileSource> sourcesByChannel = sources.ToDictionary(source => source.Channel);

    public OutboxKind Kind => OutboxKind.Fetch;

    /// <summary>Each holds some 200 KB while it comes.</summary>
    public int MostRows => 4;

    public async Task<IReadOnlyList<OutboxResult>> HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return await Task.WhenAll(rows.Select(row => HandleAsync(row, cancellationToken)));
    }

    private async Task<OutboxResult> HandleAsync(OutboxRow owed, CancellationToken cancellationToken)
    {
        try
        {
            var (id, _) = EvidenceRows.ReadFetch(owed);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var row = await db.Evidence.AsNoTracking().FirstOrDefaultAsync(file => file.Id == id, cancellationToken);
            if (row is not { State: EvidenceState.Waiting, Reference: not null })
                return new OutboxResult.Done();
            if (await db.OpenDataKeyAsync(row.DataKeyId, keys, cancellationToken) is not { } key)
                return new OutboxResult.Done();
            return await FetchAsync(db, row, key, owed, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboxResult.Retry(Error: error);
        }
    }

    private async Task<OutboxResult> FetchAsync(IntakeDb db, EvidenceRow row, DataKey key, OutboxRow owed, CancellationToken cancellationToken)
    {
        if (!sourcesByChannel.TryGetValue(row.Channel, out var source) || EvidenceRows.OpenReference(key, row) is not { } reference)
            return new OutboxResult.GiveUp("no-source");
        await using var sealing = folder.Begin(EvidenceOptions.MostFileBytes);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(MostTime);
        var result = await FetchAsync(source, reference, sealing, patience.Token);
        switch (result)
        {
            case FetchResult.Fetched:
                await StoreAsync(db, row, key, await sealing.CompleteAsync(cancellationToken), EvidenceRows.ReadFetch(owed).Conversation, cancellationToken);
                LogFetched(logger, row.Channel, row.Type, row.Bytes);
                return new OutboxResult.Done();
            case FetchResult.TooLarge:
                await EndAsync(db, row, EvidenceState.TooLarge, cancellationToken);
                return new OutboxResult.Done();
            case FetchResult.Gone when clock.NowUtc() - owed.CreatedUtc < NotYet:
                return new OutboxResult.Retry();
            case FetchResult.Gone:
                await EndAsync(db, row, EvidenceState.Gone, cancellationToken);
                LogGone(logger, row.Channel);
                return new OutboxResult.Done();
            case FetchResult.Retry retry when clock.NowUtc() - owed.CreatedUtc > Longest:
                await EndAsync(db, row, EvidenceState.Gone, cancellationToken);
                return new OutboxResult.GiveUp($"not-fetched-for-14d-{retry.Error?.GetType().Name}");
            case FetchResult.Retry retry:
                return new OutboxResult.Retry(retry.After, retry.Error);
            default:
                throw new InvalidOperationException($"Unknown result {result.GetType().Name}.");
        }
    }

    private static async Task<FetchResult> FetchAsync(IFileSource source, byte[] reference, SealingStream sealing, CancellationToken cancellationToken)
    {
        try
        {
            return await source.FetchAsync(reference, sealing, cancellationToken);
        }
        catch (Exception) when (sealing.IsTooLarge)
        {
            return new FetchResult.TooLarge();
        }
        catch (Exception error)
        {
            return new FetchResult.Retry(Error: error);
        }
    }

    /// <summary>The row takes the file unless it has one: another node may have been at it too. The chat need not hold it any longer.</summary>
    private async Task StoreAsync(IntakeDb db, EvidenceRow row, DataKey key, SealedFile file, ConversationKey? conversation, CancellationToken cancellationToken)
    {
        checkpoints.Reached(Checkpoint.EvidenceFetched);
        EvidenceRows.Store(row, key, file);
        using (await gate.EnterAsync(cancellationToken))
        {
            var taken = await db.Evidence
                .Where(known => known.Id == row.Id && known.State == EvidenceState.Waiting)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(known => known.State, row.State)
                        .SetProperty(known => known.Type, row.Type)
                        .SetProperty(known => known.FileName, row.FileName)
                        .SetProperty(known => known.Bytes, row.Bytes)
                        .SetProperty(known => known.Secrets, row.Secrets)
                        .SetProperty(known => known.Reference, (byte[]?)null),
                    CancellationToken.None);
            if (taken == 0)
            {
                folder.Delete(file.Name);
            }
            else if (conversation is { } chat)
            {
                db.Outbox.Add(CleanRows.After(row.Id, chat, clock.NowUtc()));
                await db.SaveChangesAsync(CancellationToken.None);
            }
        }

        checkpoints.Reached(Checkpoint.EvidenceStored);
    }

    private async Task EndAsync(IntakeDb db, EvidenceRow row, EvidenceState state, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        await db.Evidence
            .Where(known => known.Id == row.Id && known.State == EvidenceState.Waiting)
            .ExecuteUpdateAsync(
                set => set.SetProperty(known => known.State, state).SetProperty(known => known.Reference, (byte[]?)null),
                CancellationToken.None);
    }

    [LoggerMessage(70, LogLevel.Information, "A file of {Channel} was fetched and sealed ({Type}, {Bytes} bytes).")]
    private static partial void LogFetched(ILogger logger, ChannelKind channel, FileType type, long bytes);

    [LoggerMessage(71, LogLevel.Warning, "A file of {Channel} is not there any more.")]
    private static partial void LogGone(ILogger logger, ChannelKind channel);
}
