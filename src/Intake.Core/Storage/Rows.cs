using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Intake.Storage;

/// <summary>A wrapped data key. Deleting the row makes everything sealed with the key unreadable.</summary>
public sealed class DataKeyRow
{
    public Guid Id { get; set; }

    public byte[] Wrapped { get; set; } = [];
}

/// <summary>One conversation under its blind key. <see cref="Version"/> grows by one with each turn committed.</summary>
public sealed class ConversationRow
{
    public byte[] Key { get; set; } = [];

    public ChannelKind Channel { get; set; }

    public int Version { get; set; }

    public Guid DataKeyId { get; set; }

    /// <summary>Flow, state and draft, sealed with the data key.</summary>
    public byte[] State { get; set; } = [];

    /// <summary>What the channel needs to remember (message ids), sealed with the data key.</summary>
    public byte[]? Memo { get; set; }

    /// <summary>Where to answer, sealed with the address key; null once destroyed.</summary>
    public byte[]? Address { get; set; }

    /// <summary>The last delivery that had an effect: repeated, it gets the same reply again.</summary>
    public byte[] LastDelivery { get; set; } = [];

    /// <summary>Number of the last line of a web conversation; 0 on the other channels.</summary>
    public int LastActivity { get; set; }

    /// <summary>When silence counts next; null when nothing waits.</summary>
    public DateTime? TimeoutUtc { get; set; }

    public Guid? SignalId { get; set; }
}

/// <summary>A delivery that had its effect. Kept for ever.</summary>
public sealed class DeliveryRow
{
    public byte[] Key { get; set; } = [];
}

/// <summary>A signal: codes and times in clear, what was said sealed.</summary>
public sealed class SignalRow
{
    public Guid Id { get; set; }

    public string Reference { get; set; } = "";

    public int Version { get; set; }

    public ChannelKind Channel { get; set; }

    public SignalSource Source { get; set; }

    public Language Language { get; set; }

    public Urgency Urgency { get; set; }

    /// <summary>Category codes, comma-separated.</summary>
    public string Categories { get; set; } = "";

    public string? PlaceCode { get; set; }

    public bool Incomplete { get; set; }

    public bool Unparsed { get; set; }

    public DateTime ReceivedUtc { get; set; }

    public DateTime ChangedUtc { get; set; }

    public DateTime FirstLookDueUtc { get; set; }

    public DateTime AssignedDueUtc { get; set; }

    public DateTime? VisitDueUtc { get; set; }

    public DateTime CloseDueUtc { get; set; }

    public byte[] ConversationKey { get; set; } = [];

    public Guid DataKeyId { get; set; }

    /// <summary>A <see cref="SignalContent"/>, sealed with the data key.</summary>
    public byte[] Content { get; set; } = [];
}

/// <summary>A turn on which the code failed, or that its conversation had no room for, as it came, sealed; always joined to a signal.</summary>
public sealed class UnparsedRow
{
    public Guid Id { get; set; }

    public Guid SignalId { get; set; }

    public Guid DataKeyId { get; set; }

    public DateTime ReceivedUtc { get; set; }

    public byte[] Content { get; set; } = [];
}

/// <summary>How far a signal has come, as staff's steps told it. All that the reporter's side reads.</summary>
public sealed class SignalProgressRow
{
    public Guid SignalId { get; set; }

    public int Version { get; set; }

    public SignalStage Stage { get; set; }

    public DateTime OccurredUtc { get; set; }

    public DateTime? NextDueUtc { get; set; }
}

/// <summary>One line of a web conversation, sealed, numbered per conversation from 1.</summary>
public sealed class ActivityRow
{
    public byte[] ConversationKey { get; set; } = [];

    public int Number { get; set; }

    public Guid DataKeyId { get; set; }

    public DateTime CreatedUtc { get; set; }

    public byte[] Content { get; set; } = [];
}
