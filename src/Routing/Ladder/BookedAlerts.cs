using Senim.Intake.Triage;
using Senim.Routing.Alerts;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Ladder;

/// <summary>Lays alerts down in the book of alerts, from which they are sent.</summary>
internal sealed class BookedAlerts(IAlertBook book) : ILadderAlerts
{
    public Task<IReadOnlySet<string>> ReachableAsync(RoutingDb db, IReadOnlyCollection<string> staffIds, CancellationToken cancellationToken) =>
        book.ReachableAsync(db, staffIds, cancellationToken);

    public async Task<string?> AddAsync(RoutingDb db, LadderAlert alert, CancellationToken cancellationToken) =>
        await book.AddAsync(db, new NewAlert(KindOf(alert), alert.StaffIds, alert.Item) { ToOperator = alert.ToOperator }, cancellationToken);

    public Task<DateTime?> AnsweredAtAsync(RoutingDb db, Guid itemId, int round, CancellationToken cancellationToken) =>
        book.AcknowledgedAtAsync(db, itemId, round, cancellationToken);

    public Task<DateTime?> AnsweredAtAsync(RoutingDb db, string alertId, CancellationToken cancellationToken) =>
        book.AcknowledgedAtAsync(db, alertId, cancellationToken);

    private static AlertKind KindOf(LadderAlert alert) => alert switch
    {
        { Item: null } => AlertKind.Drill,
        { ToOperator: true } => AlertKind.Operator,
        { Item: { Urgency: Urgency.Emergency, NextStep: CaseStep.FirstLook } } => AlertKind.Emergency,
        _ => AlertKind.MissedStep,
    };
}
