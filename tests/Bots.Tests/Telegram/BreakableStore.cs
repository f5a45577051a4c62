using Senim.Intake.Conversations;
using Senim.Intake.Outbox;
using Senim.Intake.Storage.Turns;

namespace Senim.Bots.Tests.Telegram;

/// <summary>The turns' store, which goes away in the middle of a batch when it is told to.</summary>
internal sealed class BreakableStore(SqliteTurnStore inner) : ITurnStore
{
    private readonly Lock _guard = new();
    private int? _commitsLeft;
    private int _toRefuse;

    /// <summary>Turns refused so far.</summary>
    public int Refused { get; private set; }

    /// <summary>From then on nothing is written; null mends it.</summary>
    public void BreakAfter(int? commits)
    {
        lock (_guard)
            _commitsLeft = commits;
    }

    /// <summary>That many turns are refused, then all goes on.</summary>
    public void RefuseNext(int turns)
    {
        lock (_guard)
            _toRefuse = turns;
    }

    public Task<StoredConversation?> LoadAsync(ConversationKey key, CancellationToken cancellationToken) => inner.LoadAsync(key, cancellationToken);

    public async Task<IReadOnlyList<TurnOutcome>> CommitAsync(
        IReadOnlyList<TurnWrite> batch, IReadOnlyList<MemoWrite> memos, CancellationToken cancellationToken)
    {
        int count;
        lock (_guard)
        {
            var refused = Math.Min(batch.Count, _toRefuse);
            _toRefuse -= refused;
            count = Math.Min(batch.Count - refused, _commitsLeft ?? batch.Count);
            _commitsLeft -= count;
            Refused += batch.Count - count;
        }

        var outcomes = count == 0 && batch.Count > 0 ? [] : await inner.CommitAsync([.. batch.Take(count)], memos, cancellationToken);
        return [.. outcomes, .. batch.Skip(count).Select(_ => new TurnOutcome.Unavailable(new IOException("The store is away.")))];
    }

    public Task EnqueueAsync(OutboxRow row, CancellationToken cancellationToken) => inner.EnqueueAsync(row, cancellationToken);

    public Task<IReadOnlyList<DueTimeOut>> DueTimeOutsAsync(DateTime nowUtc, int limit, CancellationToken cancellationToken) =>
        inner.DueTimeOutsAsync(nowUtc, limit, cancellationToken);
}
