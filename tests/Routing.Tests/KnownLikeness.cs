using System.Collections.Concurrent;
using Senim.Intake.Likeness;
using Senim.Intake.Signals;

namespace Senim.Routing.Tests;

/// <summary>Stands in for the comparing of words: signals that have a score are of one matter.</summary>
internal sealed class KnownLikeness : ISignalLikeness
{
    public ConcurrentDictionary<Guid, int> Scores { get; } = [];

    /// <summary>With what the last one was compared.</summary>
    public IReadOnlyList<SignalId> Compared { get; private set; } = [];

    public Task<IReadOnlyList<LikeSignal>> FindAsync(SignalId one, IReadOnlyList<SignalId> others, CancellationToken cancellationToken)
    {
        Compared = others;
        return Task.FromResult<IReadOnlyList<LikeSignal>>(
            [.. others.Where(other => Scores.ContainsKey(one.Value) && Scores.ContainsKey(other.Value)).Select(other => new LikeSignal(other, Scores[other.Value]))]);
    }
}
