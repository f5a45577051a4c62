using Senim.Routing.Ladder;
using Senim.Routing.Storage;

namespace Senim.Routing.Tests;

/// <summary>Stands in for those who send alerts: who was named, and what was answered.</summary>
internal sealed class RecordedAlerts : ILadderAlerts
{
    public HashSet<string> Unreachable { get; } = [];

    public Dictionary<(Guid Item, int Round), DateTime> Answered { get; } = [];

    public Dictionary<string, DateTime> AnsweredDrills { get; } = [];

    public List<LadderAlert> Added { get; } = [];

    public Task<IReadOnlySet<string>> ReachableAsync(RoutingDb db, IReadOnlyCollection<string> staffIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(staffIds.Except(Unreachable).ToHashSet());

    public Task<string?> AddAsync(RoutingDb db, LadderAlert alert, CancellationToken cancellationToken)
    {
        lock (Added)
        {
            Added.Add(alert);
            return Task.FromResult<string?>($"{Added.Count:D8}");
        }
    }

    public Task<DateTime?> AnsweredAtAsync(RoutingDb db, Guid itemId, int round, CancellationToken cancellationToken) =>
        Task.FromResult<DateTime?>(Answered.TryGetValue((itemId, round), out var at) ? at : null);

    public Task<DateTime?> AnsweredAtAsync(RoutingDb db, string alertId, CancellationToken cancellationToken) =>
        Task.FromResult<DateTime?>(AnsweredDrills.TryGetValue(alertId, out var at) ? at : null);
}
