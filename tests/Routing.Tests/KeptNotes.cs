using System.Collections.Concurrent;
using Senim.Intake.Notes;
using Senim.Intake.Signals;

namespace Senim.Routing.Tests;

/// <summary>Stands in for the sealed store: what staff wrote about each signal.</summary>
internal sealed class KeptNotes : ICaseNotes
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Guid, CaseNote>> bySignal = new();

    /// <summary>The words are gone, and nothing can be written beside them.</summary>
    public bool IsErased { get; set; }

    public IReadOnlyList<CaseNote> All => [.. bySignal.Values.SelectMany(notes => notes.Values)];

    public Task<IReadOnlyDictionary<Guid, CaseNote>> ListAsync(SignalId signal, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, CaseNote>>(bySignal.GetValueOrDefault(signal.Value)?.ToDictionary() ?? []);

    public Task<bool> WriteAsync(SignalId signal, Guid id, CaseNote note, string staffId, CancellationToken cancellationToken)
    {
        if (!IsErased)
            bySignal.GetOrAdd(signal.Value, _ => []).TryAdd(id, note);
        return Task.FromResult(!IsErased);
    }
}
