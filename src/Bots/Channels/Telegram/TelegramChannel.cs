using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.Telegram;

/// <summary>
/// The bot works in one message: edited in place, or sent anew below what the reporter has typed, the old one removed. What the
/// reporter must see is a call of its own, made after the commit.
/// </summary>
internal sealed class TelegramChannel(TelegramCalls calls, ChatCleaning cleaning) : IReplyChannel
{
    /// <summary>Bot API, sendMessage: 1-4096 characters.</summary>
    private const int MostChars = 4096;

    public ChannelKind Kind => ChannelKind.Telegram;

    public byte[]? Remember(byte[]? memo, InboundTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.ChannelData is not TelegramMark mark)
            return memo;
        var after = TelegramMemo.Read(memo).With(mark, turn.Files.Any(file => file.Reference is not null) ? turn.Delivery : null, turn.ReceivedUtc);

        // Where turns come too thick to be answered, the memo holds the last of them only: each goes as it comes.
        mark.MayRemove = after.RemovesTyped && mark is { TypedMessage: not null, IsOnlyCopy: false };
        return after.Write();
    }

    public DateTime? CleansUtc(byte[]? memo) => TelegramMemo.Read(memo).CleansUtc;

    public async Task<ShowResult> CleanAsync(ShowRequest request, Cleaning cause, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (chat, before) = (TelegramMapping.ChatId(request.Address), TelegramMemo.Read(request.Memo));
        var (memo, isClean) = cause switch
        {
            Cleaning.FileKept => await cleaning.CleanFilesAsync(chat, before, cancellationToken),

            // The reporter reads it right now: what quotes them stays until they go on.
            Cleaning.ContactDeleted => await cleaning.CleanAsync(chat, before, request.Reply with { TidiesChat = true }, cancellationToken),
            _ => await cleaning.CleanLateAsync(chat, before, request.Reply, cancellationToken),
        };
        return isClean ? new ShowResult.Shown(memo.Write()) : new ShowResult.Retry(null, memo.Write());
    }

    public async Task<ShowResult> ShowAsync(ShowRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var chat = TelegramMapping.ChatId(request.Address);
        var memo = TelegramMemo.Read(request.Memo);
        var (reply, tells) = Word(request, memo);
        var typed = request.Turn?.ChannelData as TelegramMark;
        typed?.MayRemove = false;
        var result = await ShowAsync(chat, memo, reply, cancellationToken);
        if (result is not CallResult.Ok { Message: var shown })
            return Other(result, memo);

        var after = memo.Replace(shown) with
        {
            IsAboveTyped = false,
            MayBeCopied = reply.MayBeCopied,
            OwesNotice = memo.OwesNotice && !tells,
            ToldOfRemoval = memo.ToldOfRemoval || tells,
        };
        (after, var isClean) = await cleaning.CleanAsync(chat, after, reply, cancellationToken);
        if (typed?.TypedMessage is { } message)
            typed.MayRemove = after.RemovesTyped && after.Typed.Contains(message);
        return reply.ClearsChat && !isClean ? new ShowResult.Retry(null, after.Write()) : new ShowResult.Shown(after.Write());
    }

    /// <summary>The reply with what the channel has to say itself. The notice waits for another time where there is no room for it.</summary>
    private static (OutboundReply Reply, bool TellsOfRemoval) Word(ShowRequest request, TelegramMemo memo)
    {
        var reply = request.Reply;
        if (reply.ClearsChat)
            return (reply, false);
        var worded = request.Turn is { Input: var input } && RemovalNotice.IsKeep(input) ? RemovalNotice.Confirm(reply)
            : reply.TellsOfDeletedContact && memo is { KeepsTyped: false } and ({ OwesNotice: true } or { ToldOfRemoval: true }) ? RemovalNotice.TellAtLast(reply)
            : memo is { OwesNotice: true, KeepsTyped: false } ? RemovalNotice.Tell(reply)
            : reply;
        return worded.Text.Length <= MostChars ? (worded, memo.OwesNotice && !memo.KeepsTyped) : (reply, false);
    }

    /// <summary>In place where that is seen; a message that cannot be edited for whatever reason is followed by a new one.</summary>
    private async Task<CallResult> ShowAsync(long chat, TelegramMemo memo, OutboundReply reply, CancellationToken cancellationToken)
    {
        if (memo.BotMessage is not { } message || memo.IsAboveTyped || reply.IsNew || memo.MayBeCopied != reply.MayBeCopied)
            return await calls.SendAsync(chat, reply, cancellationToken);
        return await calls.EditAsync(chat, message, reply, cancellationToken) switch
        {
            CallResult.NoMessage or CallResult.Refused => await calls.SendAsync(chat, reply, cancellationToken),
            CallResult.Unchanged => new CallResult.Ok(message),
            var other => other,
        };
    }

    private static ShowResult Other(CallResult result, TelegramMemo memo) => result switch
    {
        CallResult.Later later => new ShowResult.Retry(later.After, memo.Write()),
        CallResult.Gone => new ShowResult.Unreachable(),
        CallResult.Refused refused => new ShowResult.Refused(refused.Code),
        _ => new ShowResult.Refused(result.GetType().Name),
    };
}
