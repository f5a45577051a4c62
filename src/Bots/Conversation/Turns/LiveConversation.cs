using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Bots.Conversation.Turns;

/// <summary>A conversation opened: what is stored of it, and what it says. Immutable; lives in the cache and is checked by version at commit.</summary>
internal sealed record LiveConversation
{
    public required ConversationKey Key { get; init; }

    public required ChannelKind Channel { get; init; }

    /// <summary>0 for one that is not stored yet.</summary>
    public required int Version { get; init; }

    public required DataKey DataKey { get; init; }

    /// <summary>The data key's row is written already.</summary>
    public required bool IsDataKeyStored { get; init; }

    public required ConversationState State { get; init; }

    public byte[]? Memo { get; init; }

    public byte[]? Address { get; init; }

    /// <summary>The address as it is stored, so that it is not sealed anew at each turn.</summary>
    public byte[]? SealedAddress { get; init; }

    public byte[] LastDelivery { get; init; } = [];

    public int LastActivity { get; init; }

    /// <summary>Help for someone in danger got through since it was last owed. Known while the conversation is in memory; else it counts as owed.</summary>
    public bool IsHelpShown { get; init; }

    /// <summary>The signal's row, its content left out.</summary>
    public SignalRow? Signal { get; init; }

    /// <summary>What was stored could not be read; it is kept as it is in an unparsed record.</summary>
    public string? UnreadableState { get; init; }
}
