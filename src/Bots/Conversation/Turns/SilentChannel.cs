using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Turns;

/// <summary>A channel that remembers, but writes no lines down: there are too many.</summary>
internal sealed class SilentChannel(IReplyChannel channel) : IReplyChannel
{
    public ChannelKind Kind => channel.Kind;

    public byte[]? Remember(byte[]? memo, InboundTurn turn) => channel.Remember(memo, turn);

    public DateTime? CleansUtc(byte[]? memo) => channel.CleansUtc(memo);

    public Task<ShowResult> ShowAsync(ShowRequest request, CancellationToken cancellationToken) => channel.ShowAsync(request, cancellationToken);
}
