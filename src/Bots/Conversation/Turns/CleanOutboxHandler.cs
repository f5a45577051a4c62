using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;

namespace Senim.Bots.Conversation.Turns;

/// <summary>Cleans a chat when the time has come that its channel named, and when a file that it held is with us.</summary>
internal sealed class CleanOutboxHandler(
    ITurnStore store, IFlow flow, ConversationVault vault, ConversationLanes lanes, ConversationCache cache, ReplyShower shower) : IOutboxHandler
{
    /// <summary>Nobody waits for it: few at a time, so that replies keep their share of what the provider takes.</summary>
    private const int MostSideBySide = 2;

    public OutboxKind Kind => OutboxKind.Clean;

    public int MostRows => 16;

    public async Task<IReadOnlyList<OutboxResult>> HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var results = new OutboxResult[rows.Count];
        await Parallel.ForAsync(
            0,
            rows.Count,
            new ParallelOptions { MaxDegreeOfParallelism = MostSideBySide, CancellationToken = cancellationToken },
            async (i, cancellation) => results[i] = await HandleAsync(rows[i], cancellation));
        return results;
    }

    private async Task<OutboxResult> HandleAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            var key = CleanRows.Conversation(row);
            return await lanes.RunAsync(key, () => CleanAsync(key, row.Type == CleanRows.FileKept ? Cleaning.FileKept : Cleaning.Due, cancellationToken));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboxResult.Retry(Error: error);
        }
    }

    private async Task<OutboxResult> CleanAsync(ConversationKey key, Cleaning cause, CancellationToken cancellationToken)
    {
        var live = cache.Get(key);
        if (live is null && await store.LoadAsync(key, cancellationToken) is { } stored)
            live = vault.Open(stored);

        // Without its address nobody can reach the chat any more, and we least of all.
        if (live is null || live.UnreadableState is not null || live.Address is not { } address)
            return new OutboxResult.Done();
        var request = new ShowRequest { Conversation = key, Address = address, Memo = live.Memo, Reply = flow.Render(live.State, live.Channel) };
        var (memo, result) = await shower.Channel(live.Channel).CleanAsync(request, cause, cancellationToken) switch
        {
            ShowResult.Shown cleaned => (cleaned.Memo, (OutboxResult)new OutboxResult.Done()),
            ShowResult.Retry later => (later.Memo, new OutboxResult.Retry(later.After)),
            _ => (live.Memo, new OutboxResult.Done()),
        };
        cache.Set(shower.Remember(live, memo));
        return result;
    }
}
