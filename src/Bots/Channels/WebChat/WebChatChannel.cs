using System.Text.Json;
using Senim.Bots.Channels.WebChat.Lines;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.WebChat;

/// <summary>
/// What the reporter did and what they are to see become lines of the conversation, durable with the turn. To show them is to wake the
/// streams that wait for them.
/// </summary>
internal sealed class WebChatChannel(LineBell bell) : IReplyChannel
{
    /// <summary>The page asks by its conversation; there is nothing to keep by which it could be found.</summary>
    public static readonly byte[] Address = [0];

    public ChannelKind Kind => ChannelKind.WebChat;

    public byte[]? Remember(byte[]? memo, InboundTurn turn) => memo;

    public IReadOnlyList<byte[]> Record(InboundTurn turn, OutboundReply? reply)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var lines = new List<byte[]>(2);
        if (turn.ChannelData is WebMark mark)
            lines.Add(LineForm.Write(LineActivities.Echo(mark)));
        if (reply is not null)
            lines.Add(LineForm.Write(LineActivities.Reply(reply)));
        return lines;
    }

    public byte[]? WriteMark(InboundTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.ChannelData is WebMark mark ? JsonSerializer.SerializeToUtf8Bytes(mark, WebMarkJson.Default.WebMark) : null;
    }

    public InboundTurn ReadMark(InboundTurn turn, byte[]? mark) =>
        mark is null ? turn : turn with { ChannelData = JsonSerializer.Deserialize(mark, WebMarkJson.Default.WebMark) };

    public Task<ShowResult> ShowAsync(ShowRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        bell.Ring(request.Conversation);
        return Task.FromResult<ShowResult>(new ShowResult.Shown(request.Memo));
    }
}
