using Senim.Intake.Signals;

namespace Senim.Intake.Likeness;

/// <summary>
/// Tells which signals may be of one matter. Their words are opened in memory and nothing of them is kept. Whose signals are compared is the
/// caller's to decide, before the call.
/// </summary>
public interface ISignalLikeness
{
    /// <summary>Signals that are compared with one at most; the rest is left out.</summary>
    const int MostCompared = 200;

    /// <summary>Those that say much the same as one, the likest first; empty when its words have been erased.</summary>
    Task<IReadOnlyList<LikeSignal>> FindAsync(SignalId one, IReadOnlyList<SignalId> others, CancellationToken cancellationToken);
}

/// <param name="Score">From 0 (nothing in common) to 100 (the same words).</param>
public sealed record LikeSignal(SignalId Signal, int Score);
