using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Alerts;

/// <summary>Lays down who is to be alerted. Sending is done by the node's sender, from the rows.</summary>
public interface IAlertBook
{
    /// <summary>
    /// Adds one row for each way by which each recipient can be reached; they are durable when the caller saves, and sent after that. The desk
    /// shows it to every person named, whatever else they have confirmed.
    /// </summary>
    /// <returns>The alert's id, as its texts show it.</returns>
    Task<string> AddAsync(RoutingDb db, NewAlert alert, CancellationToken cancellationToken);

    /// <summary>Those of the accounts that have at least one confirmed way that works in this installation.</summary>
    Task<IReadOnlySet<string>> ReachableAsync(RoutingDb db, IReadOnlyCollection<string> staffIds, CancellationToken cancellationToken);

    /// <summary>When the first person answered an alert about this round of the case; null: nobody has.</summary>
    Task<DateTime?> AcknowledgedAtAsync(RoutingDb db, Guid itemId, int round, CancellationToken cancellationToken);

    /// <summary>When the first person answered the alert with this id; null: nobody has.</summary>
    Task<DateTime?> AcknowledgedAtAsync(RoutingDb db, string alertId, CancellationToken cancellationToken);
}

/// <param name="StaffIds">Accounts; each once.</param>
/// <param name="Item">The case that it is about; null for drills and tests.</param>
public sealed record NewAlert(AlertKind Kind, IReadOnlyCollection<string> StaffIds, QueueItem? Item = null)
{
    /// <summary>Whoever runs the installation is alerted too, where the settings say by which way.</summary>
    public bool ToOperator { get; init; }

    /// <summary>Only this way, confirmed or not: for tests.</summary>
    public AlertWay? OnlyBy { get; init; }
}
