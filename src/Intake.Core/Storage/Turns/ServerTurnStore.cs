using Microsoft.EntityFrameworkCore;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;

namespace Senim.Intake.Storage.Turns;

/// <summary>
/// Turns on a database that other nodes write to as well. A batch that fails is halved until the turn that cannot be written stands
/// alone; one that met another node's in a circle is run again as it is.
/// </summary>
internal abstract class ServerTurnStore(IDbContextFactory<IntakeDb> contexts) : ITurnStore
{
    /// <summary>Rows go in key order, so nodes hardly ever wait in a circle; this often in a row is a fault.</summary>
    private const int MostRaces = 5;

    public async Task<StoredConversation?> LoadAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await TurnReading.LoadAsync(db, key, cancellationToken);
        }
        catch (Exception error) when (IsUnavailable(error))
        {
            throw Unavailable(error);
        }
    }

    public async Task<IReadOnlyList<DueTimeOut>> DueTimeOutsAsync(DateTime nowUtc, int limit, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await TurnReading.DueTimeOutsAsync(db, nowUtc, limit, cancellationToken);
        }
        catch (Exception error) when (IsUnavailable(error))
        {
            throw Unavailable(error);
        }
    }

    public async Task EnqueueAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await EnqueueAsync(db, row, cancellationToken);
        }
        catch (Exception error) when (IsUnavailable(error))
        {
            throw Unavailable(error);
        }
    }

    public async Task<IReadOnlyList<TurnOutcome>> CommitAsync(
        IReadOnlyList<TurnWrite> batch, IReadOnlyList<MemoWrite> memos, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outcomes = new TurnOutcome[batch.Count];
        await CommitOrHalveAsync(batch, memos, outcomes, 0, batch.Count);
        return outcomes;
    }

    protected abstract Task EnqueueAsync(IntakeDb db, OutboxRow row, CancellationToken cancellationToken);

    /// <summary>One transaction. Once begun it is not given up because somebody lost patience.</summary>
    /// <param name="turns">In key order.</param>
    /// <returns>In the same order.</returns>
    protected abstract Task<IReadOnlyList<TurnOutcome>> CommitOnceAsync(IntakeDb db, IReadOnlyList<TurnWrite> turns, IReadOnlyList<MemoWrite> memos);

    protected abstract bool IsUnavailable(Exception error);

    protected abstract bool IsRace(Exception error);

    protected static InvalidOperationException SignalChanged(TurnWrite turn) =>
        new($"Signal {turn.Signal!.Id:N} is not at version {turn.Signal.Version - 1}.");

    private static StorageUnavailableException Unavailable(Exception error) =>
        new($"The intake database cannot be used ({ServerFaults.Of(error)?.SqlState ?? error.GetType().Name}).", error);

    private async Task CommitOrHalveAsync(IReadOnlyList<TurnWrite> batch, IReadOnlyList<MemoWrite> memos, TurnOutcome[] outcomes, int start, int count)
    {
        int[] ordered = [.. Enumerable.Range(start, count).OrderBy(i => batch[i].Delivery)];
        for (var races = 0; ; races++)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
                var written = await CommitOnceAsync(db, [.. ordered.Select(i => batch[i])], memos);
                for (var i = 0; i < count; i++)
                    outcomes[ordered[i]] = written[i];
                return;
            }
            catch (Exception error) when (IsRace(error) && races < MostRaces)
            {
                // The server ended this transaction so that the other one could go on.
            }
            catch (Exception error) when (IsUnavailable(error))
            {
                Array.Fill(outcomes, new TurnOutcome.Unavailable(error), start, count);
                return;
            }
            catch (Exception error)
            {
                if (count == 1)
                    outcomes[start] = new TurnOutcome.Poisoned(error);
                if (count <= 1)
                    return;
                break;
            }
        }

        var half = count / 2;
        await CommitOrHalveAsync(batch, memos, outcomes, start, half);
        await CommitOrHalveAsync(batch, [], outcomes, start + half, count - half);
    }
}
