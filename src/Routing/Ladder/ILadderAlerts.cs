using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Ladder;

/// <summary>What the ladder and the drill need of those who send alerts.</summary>
internal interface ILadderAlerts
{
    /// <summary>Those of the accounts that have a confirmed way to be alerted.</summary>
    Task<IReadOnlySet<string>> ReachableAsync(RoutingDb db, IReadOnlyCollection<string> staffIds, CancellationToken cancellationToken);

    /// <summary>Adds what is to be sent to the context; it becomes durable with the rest of the caller's transaction, or not at all.</summary>
    /// <returns>The alert's id, as its texts show it; null where no text is sent.</returns>
    Task<string?> AddAsync(RoutingDb db, LadderAlert alert, CancellationToken cancellationToken);

    /// <summary>When somebody answered an alert about this round of the case; null: nobody has.</summary>
    Task<DateTime?> AnsweredAtAsync(RoutingDb db, Guid itemId, int round, CancellationToken cancellationToken);

    /// <summary>When somebody answered the alert with this id; null: nobody has.</summary>
    Task<DateTime?> AnsweredAtAsync(RoutingDb db, string alertId, CancellationToken cancellationToken);
}

/// <summary>That somebody is to look; never what at.</summary>
/// <param name="StaffIds">Each is alerted over every way that they confirmed.</param>
/// <param name="Item">Null for a drill.</param>
/// <param name="ToOperator">The operator is alerted too.</param>
internal sealed record LadderAlert(IReadOnlyList<string> StaffIds, QueueItem? Item, bool ToOperator = false);
