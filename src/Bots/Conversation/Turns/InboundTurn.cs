using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Turns;

/// <summary>One message as it enters the centre: verified by its channel, without names, under blind keys.</summary>
public sealed record InboundTurn
{
    public required ChannelKind Channel { get; init; }

    public required ConversationKey Conversation { get; init; }

    public required DeliveryKey Delivery { get; init; }

    public required TurnInput Input { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<InboundFile> Files { get; init; } = [];

    /// <summary>When it reached us (UTC, whole milliseconds).</summary>
    public required DateTime ReceivedUtc { get; init; }

    /// <summary>Where to answer, in the channel's own form. In memory only: stored sealed under the address key.</summary>
    public byte[]? ReplyAddress { get; init; }

    /// <summary>The language that the device hints at; only used to choose words before the reporter has chosen.</summary>
    public Language? LanguageHint { get; init; }

    /// <summary>What only the channel understands (ids of messages to edit or delete); folded into its memo.</summary>
    public object? ChannelData { get; init; }
}
