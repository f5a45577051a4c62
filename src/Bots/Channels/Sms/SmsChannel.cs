using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.Sms;

/// <summary>The reply to a text stands in the answer to Twilio's request; every other one is sent.</summary>
internal sealed class SmsChannel(SmsSender sender, SmsMapping mapping, TimeProvider clock) : IReplyChannel
{
    /// <summary>What could not be answered within it is not answered any more: the phone may be in other hands.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromMinutes(10);

    public ChannelKind Kind => ChannelKind.Sms;

    public byte[]? Remember(byte[]? memo, InboundTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return memo is null || !turn.Input.IsOfReporter ? memo : SmsMemo.Read(memo).Heard();
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

        // A text that was taken before was answered before, or its answer is owed.
        if (request.IsRepeated || IsTooLate(request.Turn))
            return new ShowResult.Withheld();

        // What a later reply has overtaken would only puzzle.
        if (request.Turn is null && memo.Debt == SmsDebt.Settled)
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

    /// <summary>A story counts from when it should have been answered, anything else from when it was sent.</summary>
    private bool IsTooLate(InboundTurn? turn) =>
        turn is not null && clock.NowUtc() - (turn.Input is TurnInput.TimedOut silence ? silence.DueUtc : turn.ReceivedUtc) > AnswerWithin;
}
