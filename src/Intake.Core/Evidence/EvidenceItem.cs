namespace Senim.Intake.Evidence;

/// <summary>A file as staff see it: what it is, where it is, and whether it may be opened. Never what is in it.</summary>
public sealed record EvidenceItem
{
    public required Guid Id { get; init; }

    /// <summary>From 1, in the order in which the signal's files came.</summary>
    public required int Number { get; init; }

    public required MediaKind Kind { get; init; }

    public required EvidenceState State { get; init; }

    /// <summary>Known once it is stored.</summary>
    public FileType Type { get; init; }

    public long Bytes { get; init; }

    public required DateTime ReceivedUtc { get; init; }

    /// <summary>A person has said that they have heard or seen it.</summary>
    public bool IsHeard { get; init; }

    /// <summary>Why nobody may open it now; null once it is released.</summary>
    public HoldReason? Held { get; init; }

    public bool IsReleased => State == EvidenceState.Stored && Held is null;

    /// <summary>It is shown here without what was written beside the picture; anything else leaves the desk as a file.</summary>
    public bool IsPicture => FileTypes.IsPicture(Type);
}

/// <summary>Why a file is open to nobody.</summary>
public enum HoldReason
{
    /// <summary>The words or the answers name sexual violence, exploitation or images that are spread.</summary>
    Named,

    /// <summary>A message could not be processed, so that nobody knows what the words name.</summary>
    Unread,

    /// <summary>The reporter has not finished telling.</summary>
    Incomplete,

    /// <summary>Nothing says what it is, and the reporter has not been asked.</summary>
    WithoutWords,
}
