namespace Senim.Bots.Conversation.Turns;

/// <summary>What a channel learns of a turn it handed in.</summary>
public abstract record TurnResult
{
    private TurnResult()
    {
    }

    /// <summary>Durable, and the reply (if there is one) was shown or waits in the outbox. The provider may be told so.</summary>
    /// <param name="Reply">Null when nothing is said.</param>
    /// <param name="IsRepeated">The provider delivered it again; it had its effect before.</param>
    /// <param name="LastActivity">Number of the last line of a web conversation.</param>
    public sealed record Done(OutboundReply? Reply, bool IsRepeated, int LastActivity) : TurnResult;

    /// <summary>The database is away; the turn is on this node's disk and will be carried through. The provider may be told so.</summary>
    /// <param name="Reply">Calm words and the numbers.</param>
    /// <param name="IsAside">It cannot be stored in any form and will not be carried through before an operator has looked at it.</param>
    public sealed record Spooled(OutboundReply Reply, bool IsAside = false) : TurnResult;

    /// <summary>Nothing was stored. The provider must deliver it again.</summary>
    public sealed record Unavailable : TurnResult;
}
