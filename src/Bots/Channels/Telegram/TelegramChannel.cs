using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.Telegram;

/// <summary>
/// The bot works in one message: edited in place, or sent anew below what the reporter has typed, the old one removed. What the
/// reporter must see is a call of its own, made after the commit.
/// </summary>
internal sealed class TelegramChannel(TelegramCalls calls) : IReplyChannel
{
    public ChannelKind Kind => ChannelKind.Telegram;

    public byte[]? Remember(byte[]? memo, InboundTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.ChannelData is TelegramMark mark ? TelegramMemo.Read(memo).With(mark).Write() : memo;
    }

    public async Task<ShowResult> ShowAsync(ShowRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var chat = TelegramMapping.ChatId(request.Address);
        var memo = TelegramMemo.Read(request.Memo);
        if (request.Reply.ClearsChat)
            return await ClearAsync(chat, memo, request.Reply, cancellationToken);

        var reply = request.Reply;
        if (memo.Typed.Count > 0 && !memo.ToldOfRemoval)
            reply = reply with { Text = $"{RemovalNotice.Text(reply.Language)}\n\n{reply.Text}" };
        var result = await ShowAsync(chat, memo, reply, cancellationToken);
        if (result is not CallResult.Ok { Message: var shown })
            return Other(result, memo);
        var old = memo.BotMessage is { } before && before != shown ? before : (int?)null;
        var after = memo with { BotMessage = shown, IsAboveTyped = false, ToldOfRemoval = memo.ToldOfRemoval || memo.Typed.Count > 0 };

        // A second copy of the bot's message would be a trace and a trap: its buttons are those of an older question.
        if (old is { } stale)
            await calls.DeleteAsync(chat, [stale], cancellationToken);
        if (reply.TidiesChat && after.Typed.Count > 0 && await calls.DeleteAsync(chat, after.Typed, cancellationToken) is CallResult.Ok)
            after = after with { Typed = [] };
        return new ShowResult.Shown(after.Write());
    }

    private async Task<CallResult> ShowAsync(long chat, TelegramMemo memo, OutboundReply reply, CancellationToken cancellationToken)
    {
        if (memo.BotMessage is not { } message || memo.IsAboveTyped)
            return await calls.SendAsync(chat, reply, cancellationToken);
        return await calls.EditAsync(chat, message, reply, cancellationToken) switch
        {
            CallResult.NoMessage => await calls.SendAsync(chat, reply, cancellationToken),
            CallResult.Unchanged => new CallResult.Ok(message),
            var other => other,
        };
    }

    /// <summary>Both sides of the chat go; one neutral line without buttons stays.</summary>
    private async Task<ShowResult> ClearAsync(long chat, TelegramMemo memo, OutboundReply neutral, CancellationToken cancellationToken)
    {
        var result = await calls.SendAsync(chat, neutral, cancellationToken);
        if (result is not CallResult.Ok { Message: var shown })
            return Other(result, memo);
        int[] all = memo.BotMessage is { } old ? [.. memo.Typed, old] : [.. memo.Typed];
        if (all.Length > 0 && await calls.DeleteAsync(chat, [.. all.Take(100)], cancellationToken) is CallResult.Later later)
            return new ShowResult.Retry(later.After, (memo with { Typed = all }).Write());
        return new ShowResult.Shown(new TelegramMemo { BotMessage = shown, ToldOfRemoval = memo.ToldOfRemoval }.Write());
    }

    private static ShowResult Other(CallResult result, TelegramMemo memo) => result switch
    {
        CallResult.Later later => new ShowResult.Retry(later.After, memo.Write()),
        CallResult.Gone => new ShowResult.Unreachable(),
        CallResult.Refused refused => new ShowResult.Refused(refused.Code),
        _ => new ShowResult.Shown(memo.Write()),
    };
}
