using Senim.Intake.Evidence;

namespace Senim.Intake.Signals;

/// <summary>Opens what a signal says. Who may open it is the caller's to decide, before the call.</summary>
public interface ISignalReader
{
    /// <summary>Null when there is no such signal, or when its data key has been destroyed.</summary>
    Task<OpenedSignal?> OpenAsync(SignalId id, CancellationToken cancellationToken);
}

/// <param name="Content">The reporter's words and answers.</param>
/// <param name="PlaceCode">The most exact unit known (KATO code, nine digits); null while the place is unknown.</param>
/// <param name="Unparsed">Messages that could not be processed, as they came: the newest 500, oldest first.</param>
public sealed record OpenedSignal(SignalContent Content, string? PlaceCode, IReadOnlyList<UnparsedTurn> Unparsed)
{
    /// <summary>The files that came, in that order.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];
}

/// <summary>A message that could not be processed, as it came.</summary>
public sealed record UnparsedTurn(string Text, DateTime ReceivedUtc);
