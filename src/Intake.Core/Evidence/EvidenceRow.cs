using Senim.Intake.Signals;

namespace Senim.Intake.Evidence;

/// <summary>
/// One file that a reporter sent. It is the signal's that has the same data key: what came before the signal was made is taken over by it
/// with the key, and destroying the key makes the file unreadable.
/// </summary>
public sealed class EvidenceRow
{
    public Guid Id { get; set; }

    /// <summary>How many came before it in its conversation.</summary>
    public int Position { get; set; }

    /// <summary>The delivery it came with; the files of one message have the same.</summary>
    public byte[] Delivery { get; set; } = [];

    public Guid DataKeyId { get; set; }

    public ChannelKind Channel { get; set; }

    public MediaKind Kind { get; set; }

    public EvidenceState State { get; set; }

    /// <summary>By its content; <see cref="FileType.Other"/> until it is here.</summary>
    public FileType Type { get; set; }

    /// <summary>It came with words that say what it is.</summary>
    public bool HasWords { get; set; }

    public DateTime ReceivedUtc { get; set; }

    /// <summary>Name on the disk: random, and none of the reporter's. Null until it is here.</summary>
    public string? FileName { get; set; }

    /// <summary>Of the original.</summary>
    public long Bytes { get; set; }

    /// <summary>By what its channel finds it, sealed with the data key; null once it is here or cannot come.</summary>
    public byte[]? Reference { get; set; }

    /// <summary>The file's own key and the SHA-256 of the original, sealed with the data key; null until it is here.</summary>
    public byte[]? Secrets { get; set; }

    /// <summary>When a person said that the reporter was asked what it is.</summary>
    public DateTime? AskedUtc { get; set; }

    /// <summary>When a person said that they have heard or seen it.</summary>
    public DateTime? HeardUtc { get; set; }
}

/// <summary>Where a file is.</summary>
public enum EvidenceState
{
    /// <summary>The channel still has it; the outbox fetches it.</summary>
    Waiting = 0,

    /// <summary>Sealed on the disk.</summary>
    Stored = 1,

    /// <summary>The channel does not have it (any more).</summary>
    Gone = 2,

    /// <summary>Larger than what is taken.</summary>
    TooLarge = 3,

    /// <summary>It came and there was no room for it.</summary>
    NoRoom = 4,
}
