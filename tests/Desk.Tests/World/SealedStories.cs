using System.Collections.Concurrent;
using Senim.Intake.Signals;

namespace Senim.Desk.Tests.World;

/// <summary>Stands in for the sealed store: what each signal says.</summary>
internal sealed class SealedStories : ISignalReader
{
    private readonly ConcurrentDictionary<Guid, OpenedSignal> stories = new();

    public OpenedSignal this[Guid signalId]
    {
        set => stories[signalId] = value;
    }

    public Task<OpenedSignal?> OpenAsync(SignalId id, CancellationToken cancellationToken) =>
        Task.FromResult(stories.GetValueOrDefault(id.Value));
}
