using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.Sms;

/// <summary>The reply to a text stands in the answer to Twilio's request; every other one is sent.</summary>
internal sealed class SmsChannel(SmsSender sender, SmsMapping mapping) : IReplyChannel
{
    public ChannelKind Kind => ChannelKind.Sms;

    public byte[]? Remember(byte[]? memo, InboundTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return memo is null || turn.Input is TurnInput.TimedOut or TurnInput.Unreachable ? memo : SmsMemo.Read(memo).Heard();
    }

    /// <summary>The answer to Twilio's request was given when it came; nothing is sent for it later.</summary>
    public InboundTurn ReadMark(InboundTurn turn, byte[]? mark) => turn with { ChannelData = LiveText.Instance };

    public async Task<ShowResult> ShowAsync(ShowRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var isHelp = request.Reply.IsDangerHelp;
        var memo = SmsMemo.Read(request.Memo);
        if (request.Turn?.ChannelData is LiveText)
            return new ShowResult.Shown(request.Memo is null ? null : memo.Settle(isHelp).Write());

        // A text that was taken before was answered before; and what a later reply has overtaken would only puzzle.
        if (request.IsRepeated || (request.Turn is null && memo.Debt == SmsDebt.Settled))
            return new ShowResult.Shown(request.Memo);
        return await sender.SendAsync(SmsMapping.Number(request.Address), request.Reply, isDue: request.Turn is null) switch
        {
            SendResult.Sent sent => new ShowResult.Shown((memo.Settle(isHelp) with { Sent = mapping.Message(sent.Sid) }).Write()),
            SendResult.Later later => new ShowResult.Retry(later.After, memo.Owe(isHelp).Write()),
            SendResult.Gone gone => new ShowResult.Unreachable(gone.Barred),
            SendResult.Refused refused => new ShowResult.Refused(refused.Code),
            var other => new ShowResult.Refused(other.GetType().Name),
        };
    }
}
