using Senim.Intake.Evidence.Files;

namespace Senim.Intake.Evidence;

/// <summary>A file that came with a turn: where its channel has it, or that it lies here already, or why it does not.</summary>
public sealed record InboundFile
{
    public required MediaKind Kind { get; init; }

    /// <summary>By what its channel finds it (ids, never an address); null where it need not be fetched.</summary>
    public byte[]? Reference { get; init; }

    /// <summary>It came with the turn itself and lies on the disk.</summary>
    public SealedFile? Stored { get; init; }

    /// <summary>What became of it, when it has neither.</summary>
    public EvidenceState State { get; init; } = EvidenceState.Waiting;
}
