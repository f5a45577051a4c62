using Microsoft.Extensions.Logging;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Turns;

/// <summary>
/// Shows replies by the channel they belong to, and lays what could not be shown now in the outbox: one row a conversation, which says
/// "show the present reply", not a text.
/// </summary>
internal sealed partial class ReplyShower(
    IEnumerable<IReplyChannel> channels,
    ITurnStore store,
    TurnCommitter committer,
    TimeProvider clock,
    ILogger<ReplyShower> logger)
{
    /// <summary>Nothing is left afterwards by which it could be tried again; what fails each time goes with the reporter's next message.</summary>
    private const int MostCleanings = 3;

    private readonly Dictionary<ChannelKind, IReplyChannel> byKind = channels.ToDictionary(channel => channel.Kind);

    public IReplyChannel Channel(ChannelKind kind) => byKind[kind];

    /// <summary>Shows it now, or owes it.</summary>
    public async Task<Showing> ShowAsync(LiveConversation live, OutboundReply reply, InboundTurn turn, bool isRepeated)
    {
        var showing = await TryShowAsync(live, reply, turn, isRepeated);
        if (showing.Retry is not { } retry)
            return showing;
        await OweAsync(live.Key, reply.IsDangerHelp, retry.After ?? TimeSpan.Zero);
        return reply.IsDangerHelp ? showing with { After = showing.After with { IsHelpShown = false } } : showing;
    }

    public async Task<Showing> TryShowAsync(
        LiveConversation live, OutboundReply reply, InboundTurn? turn, bool isRepeated)
    {
        // An address that was destroyed in this very turn is still good for saying so.
        if ((live.Address ?? turn?.ReplyAddress) is not { } address)
            return new Showing(live);
        ShowResult result;
        try
        {
            result = await byKind[live.Channel].ShowAsync(
                new ShowRequest
                {
                    Conversation = live.Key,
                    Address = address,
                    Memo = live.Memo,
                    Reply = reply,
                    Turn = turn,
                    IsRepeated = isRepeated,
                },
                CancellationToken.None);
        }
        catch (Exception error)
        {
            LogShowFailed(logger, live.Channel, error.GetType().Name);
            result = new ShowResult.Retry(null, live.Memo);
        }

        switch (result)
        {
            case ShowResult.Shown shown:
                var after = Remember(live, shown.Memo);
                return new Showing(reply.IsDangerHelp ? after with { IsHelpShown = true } : after);
            case ShowResult.Retry retry:
                return new Showing(Remember(live, retry.Memo), retry);
            case ShowResult.Refused refused:
                LogRefused(logger, live.Channel, reply.State, refused.Code);
                return new Showing(live);
            case ShowResult.Unreachable gone:
                return new Showing(live, Unreachable: gone);
            default:
                return new Showing(live);
        }
    }

    /// <summary>Removes from the chat what is not to stay there while its address is still known.</summary>
    public async Task<LiveConversation> CleanAtLastAsync(LiveConversation live, byte[] address, OutboundReply reply)
    {
        for (var tries = 0; tries < MostCleanings; tries++)
        {
            var result = await TryCleanAsync(new ShowRequest { Conversation = live.Key, Address = address, Memo = live.Memo, Reply = reply }, live.Channel);
            live = Remember(live, result switch { ShowResult.Shown shown => shown.Memo, ShowResult.Retry later => later.Memo, _ => null });
            if (result is not ShowResult.Retry)
                return live;
        }

        LogNotCleaned(logger, live.Channel);
        return live;
    }

    private async Task<ShowResult> TryCleanAsync(ShowRequest request, ChannelKind channel)
    {
        try
        {
            return await byKind[channel].CleanAsync(request, Cleaning.ContactDeleted, CancellationToken.None);
        }
        catch (Exception error)
        {
            LogShowFailed(logger, channel, error.GetType().Name);
            return new ShowResult.Retry(null, request.Memo);
        }
    }

    internal LiveConversation Remember(LiveConversation live, byte[]? memo)
    {
        if (memo is null || (live.Memo is not null && live.Memo.AsSpan().SequenceEqual(memo)))
            return live;
        committer.Remember(new MemoWrite(live.Key, live.DataKey.Id, ConversationVault.SealMemo(live, memo)));
        return live with { Memo = memo };
    }

    /// <returns>False when it could not be laid down.</returns>
    internal async Task<bool> OweAsync(ConversationKey key, bool isDangerHelp, TimeSpan after)
    {
        var now = clock.NowUtc();
        try
        {
            await store.EnqueueAsync(
                new OutboxRow
                {
                    Kind = OutboxKind.Show,
                    Lane = isDangerHelp ? EventLane.Emergency : EventLane.Other,
                    MessageId = ShowOutboxHandler.RowId(key, isDangerHelp),
                    Type = "Show",
                    Body = key.ToString(),
                    CreatedUtc = now,
                    DueUtc = now + after,
                },
                CancellationToken.None);
            return true;
        }
        catch (StorageUnavailableException error)
        {
            LogShowFailed(logger, 0, error.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(20, LogLevel.Warning, "A reply on {Channel} could not be shown now ({Error}).")]
    private static partial void LogShowFailed(ILogger logger, ChannelKind channel, string error);

    [LoggerMessage(22, LogLevel.Warning, "A chat on {Channel} could not be cleaned when its contact was deleted.")]
    private static partial void LogNotCleaned(ILogger logger, ChannelKind channel);

    [LoggerMessage(21, LogLevel.Error, "{Channel} refuses the reply of state {State} for good ({Code}).")]
    private static partial void LogRefused(ILogger logger, ChannelKind channel, string state, string code);
}

/// <summary>What came of showing a reply.</summary>
/// <param name="After">The conversation with what the channel remembers from now on.</param>
/// <param name="Retry">It has to be tried again.</param>
/// <param name="Unreachable">The reporter cannot be written to any more.</param>
internal sealed record Showing(LiveConversation After, ShowResult.Retry? Retry = null, ShowResult.Unreachable? Unreachable = null);
