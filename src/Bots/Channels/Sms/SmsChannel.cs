using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.Sms;

/// <summary>The reply to a text stands in the answer to Twilio's request; every other one is sent.</summary>
internal sealed class SmsChannel(SmsSender sender) : IReplyChannel
{
    public ChannelKind Kind => ChannelKind.Sms;

    public byte[]? Remember(byte[]? memo, InboundTurn turn) => memo;

    /// <summary>The answer to Twilio's request was given when it came; nothing is sent for it later.</summary>
    public InboundTurn ReadMark(InboundTurn turn, byte[]? mark) => turn with { ChannelData = LiveText.Instance };

    public async Task<ShowResult> ShowAsync(ShowRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Turn?.ChannelData is LiveText || request.IsRepeated
            ? new ShowResult.Shown(request.Memo)
            : await sender.SendAsync(SmsMapping.Number(request.Address), request.Reply, isDue: request.Turn is null) switch
            {
                SendResult.Sent => new ShowResult.Shown(request.Memo),
                SendResult.Later later => new ShowResult.Retry(later.After, request.Memo),
                SendResult.Gone gone => new ShowResult.Unreachable(gone.Barred),
                SendResult.Refused refused => new ShowResult.Refused(refused.Code),
                var other => new ShowResult.Refused(other.GetType().Name),
            };
    }
}
