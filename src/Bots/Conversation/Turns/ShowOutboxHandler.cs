using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;

namespace Senim.Bots.Conversation.Turns;

/// <summary>Shows a conversation's present reply when it could not be shown at once. Rendered now: a later turn may have changed it.</summary>
internal sealed class ShowOutboxHandler(
    ITurnStore store, IFlow flow, ConversationVault vault, ConversationLanes lanes, ConversationCache cache, ReplyShower shower, TurnRunner runner, TimeProvider clock)
    : IOutboxHandler
{
    /// <summary>A reply that could not be shown for this long no longer answers anything; help is tried until it is shown.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>A provider that answers slowly must not let the claims of those behind run out.</summary>
    private const int MostSideBySide = 8;

    public OutboxKind Kind => OutboxKind.Show;

    public int MostRows => 64;

    /// <summary>
    /// The same for the same conversation, so that it owes one reply at most; and help for someone in danger, which never waits behind it.
    /// </summary>
    public static Guid RowId(ConversationKey key, bool isDangerHelp)
    {
        var bytes = key.ToBytes();
        if (isDangerHelp)
            bytes[^1] ^= 1;
        return new Guid(bytes);
    }

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
            var key = ConversationKey.FromBytes(Convert.FromHexString(row.Body));
            return await lanes.RunAsync(key, () => ShowAsync(key, row, cancellationToken));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboxResult.Retry(Error: error);
        }
    }

    private async Task<OutboxResult> ShowAsync(ConversationKey key, OutboxRow row, CancellationToken cancellationToken)
    {
        var live = cache.Get(key);
        if (live is null && await store.LoadAsync(key, cancellationToken) is { } stored)
            live = vault.Open(stored);
        if (live is null || live.UnreadableState is not null || live.State.Unreachable)
            return new OutboxResult.Done();
        var isHelp = row.Lane == EventLane.Emergency;

        // What was owed is overtaken: the texts that came since are answered together, soon.
        if (!isHelp && live.State.HeldSinceUtc is not null)
            return new OutboxResult.Done();
        var reply = flow.Render(live.State, live.Channel);
        var showing = await shower.TryShowAsync(live, isHelp && !live.IsHelpShown ? WithHelp(live, reply) : reply, turn: null, isRepeated: false);
        cache.Set(showing.After);
        if (showing.Unreachable is { } gone)
            _ = runner.MarkUnreachableAsync(live, gone.Barred);
        if (showing.Retry is not { } retry)
            return new OutboxResult.Done();
        return !isHelp && clock.NowUtc() - row.CreatedUtc > Longest ? new OutboxResult.GiveUp("not-shown-for-24h") : new OutboxResult.Retry(retry.After);
    }

    /// <summary>
    /// Help that never came through stands above what the conversation has gone on to. Nobody who has cleared the chat is shown it.
    /// </summary>
    private OutboundReply WithHelp(LiveConversation live, OutboundReply reply)
    {
        if (reply.IsDangerHelp || reply.ClearsChat)
            return reply;
        var help = flow.Help(live.State, live.Channel) ?? CalmWords.Reply(live.State.Language);
        return reply with { Text = $"{help.Text}\n\n{reply.Text}", IsDangerHelp = true };
    }
}
