using Senim.Intake.Conversations;

namespace Senim.Bots.Conversation.Turns;

/// <summary>What a provider tells of a reply only after it had taken it: noted in the conversation's order, never making a conversation.</summary>
internal sealed class LateResults(
    ITurnStore store, IFlow flow, ConversationVault vault, ConversationLanes lanes, ConversationCache cache, ReplyShower shower, TurnRunner runner)
{
    /// <param name="judge">What follows from it for the conversation and its present reply. Pure.</param>
    /// <returns>False when the database cannot be reached and nothing was noted.</returns>
    public async Task<bool> TakeAsync(ConversationKey key, Func<LiveConversation, OutboundReply, LateResult> judge)
    {
        try
        {
            return await lanes.RunAsync(key, () => NoteAsync(key, judge)) switch
            {
                (var live, LateResult.Unreachable gone) => await runner.MarkUnreachableAsync(live!, gone.Barred) is TurnResult.Done,
                var (_, result) => result is not null,
            };
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }

    private async Task<(LiveConversation? Live, LateResult? Result)> NoteAsync(ConversationKey key, Func<LiveConversation, OutboundReply, LateResult> judge)
    {
        var live = cache.Get(key);
        if (live is null && await store.LoadAsync(key, CancellationToken.None) is { } stored)
            live = vault.Open(stored);
        if (live is null || live.UnreadableState is not null)
            return (null, new LateResult.Nothing());
        var reply = flow.Render(live.State, live.Channel);
        var result = judge(live, reply);
        if (result is not LateResult.Again again)
            return (live, result);
        if (!await shower.OweAsync(key, reply.IsDangerHelp, again.After))
            return (live, null);
        cache.Set(shower.Remember(live, again.Memo) with { IsHelpShown = live.IsHelpShown && !reply.IsDangerHelp });
        return (live, again);
    }
}

/// <summary>What follows from a late result.</summary>
internal abstract record LateResult
{
    private LateResult()
    {
    }

    public sealed record Nothing : LateResult;

    /// <summary>The present reply is to be shown once more.</summary>
    /// <param name="Memo">What the channel remembers from now on.</param>
    public sealed record Again(TimeSpan After, byte[] Memo) : LateResult;

    /// <inheritdoc cref="ShowResult.Unreachable"/>
    public sealed record Unreachable(bool Barred) : LateResult;
}
