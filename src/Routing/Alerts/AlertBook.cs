using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Triage;
using Senim.Routing.Alerts.Sending;
using Senim.Routing.Storage;

namespace Senim.Routing.Alerts;

internal sealed class AlertBook(IEnumerable<IAlertCarrier> carriers, TimeProvider clock) : IAlertBook
{
    private readonly IReadOnlyList<IAlertCarrier> carriers = [.. carriers.Where(carrier => carrier.IsOn)];

    private List<AlertWay> Ways => [.. carriers.Select(carrier => carrier.Way)];

    public async Task<string> AddAsync(RoutingDb db, NewAlert alert, CancellationToken cancellationToken)
    {
        var id = RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        var confirmed = await ConfirmedAsync(db, alert.StaffIds, cancellationToken);
        foreach (var staff in alert.StaffIds.Distinct(StringComparer.Ordinal))
        {
            var ways = alert.OnlyBy is { } only ? [only] : confirmed[staff].Append(AlertWay.Desk).Distinct();
            db.AddRange(ways.Select(way => Row(id, alert, way, staff)));
        }

        if (alert.OnlyBy is null)
            db.AddRange(carriers.SelectMany(carrier => carrier.RecipientsOf(alert).Select(recipient => Row(id, alert, carrier.Way, recipient))));
        return id;
    }

    public async Task<IReadOnlySet<string>> ReachableAsync(RoutingDb db, IReadOnlyCollection<string> staffIds, CancellationToken cancellationToken) =>
        (await ConfirmedAsync(db, staffIds, cancellationToken)).Select(ways => ways.Key).ToHashSet(StringComparer.Ordinal);

    public Task<DateTime?> AcknowledgedAtAsync(RoutingDb db, Guid itemId, int round, CancellationToken cancellationToken) =>
        db.Alerts.Where(row => row.ItemId == itemId && row.Round == round).MinAsync(row => row.AcknowledgedUtc, cancellationToken);

    public Task<DateTime?> AcknowledgedAtAsync(RoutingDb db, string alertId, CancellationToken cancellationToken) =>
        db.Alerts.Where(row => row.AlertId == alertId).MinAsync(row => row.AcknowledgedUtc, cancellationToken);

    private async Task<ILookup<string, AlertWay>> ConfirmedAsync(RoutingDb db, IReadOnlyCollection<string> staffIds, CancellationToken cancellationToken)
    {
        var ways = Ways;
        var rows = await db.AlertAddresses
            .Where(row => staffIds.Contains(row.StaffId) && row.ConfirmedUtc != null && ways.Contains(row.Way))
            .Select(row => new { row.StaffId, row.Way })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.StaffId, row => row.Way, StringComparer.Ordinal);
    }

    private AlertRow Row(string id, NewAlert alert, AlertWay way, string recipient)
    {
        var now = clock.NowUtc();
        return new AlertRow
        {
            AlertId = id,
            Kind = alert.Kind,
            Way = way,
            Recipient = recipient,
            ItemId = alert.Item?.Id,
            Reference = alert.Item?.Reference,
            UnitCode = alert.Item?.UnitCode,
            Round = alert.Item?.StepRound ?? 0,
            Urgency = alert.Item?.Urgency ?? Urgency.Information,
            CreatedUtc = now,
            NextAttemptUtc = now,
        };
    }
}
