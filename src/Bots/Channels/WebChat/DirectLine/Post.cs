using Senim.Bots.Conversation.Turns;
using Senim.Intake.Evidence;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>One verified post, handed through the pipeline beside its activity.</summary>
internal sealed class Post
{
    public required WebConversationId Conversation { get; init; }

    /// <summary>What the delivery is known by: the client's id of the activity, else one made here.</summary>
    public required string DeliveryId { get; init; }

    public required DateTime ReceivedUtc { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<InboundFile> Files { get; init; } = [];

    /// <summary>A repeated post: its files lie here twice.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>What came of it; stays as it is when the activity means nothing here.</summary>
    public PostResult Result { get; set; } = new PostResult.Ignored();
}

internal abstract record PostResult
{
    private PostResult()
    {
    }

    /// <summary>Durable.</summary>
    /// <param name="Id">Of the echo.</param>
    public sealed record Taken(string Id) : PostResult;

    /// <summary>The database is away; what was said is on this node's disk and comes back as an echo later.</summary>
    public sealed record Kept(OutboundReply Words) : PostResult;

    /// <summary>Nothing was stored; it must come again.</summary>
    public sealed record Unavailable : PostResult;

    public sealed record Ignored : PostResult;
}
