using Microsoft.EntityFrameworkCore;
using Senim.Intake.Triage;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Alerts;

/// <summary>Since when the oldest Emergency waits for a person, and the oldest alert for its way; null: none does.</summary>
public sealed record AlertBacklog(DateTime? EmergencySinceUtc, DateTime? PendingSinceUtc)
{
    public static async Task<AlertBacklog> ReadAsync(RoutingDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var emergency = await db.Items
            .Where(item => item.Urgency == Urgency.Emergency && (item.State == QueueState.New || item.State == QueueState.Reopened))
            .MinAsync(item => (DateTime?)(item.ReopenedUtc ?? item.ReceivedUtc), cancellationToken);
        var pending = await db.Alerts.Where(row => row.Status == AlertStatus.Pending).MinAsync(row => (DateTime?)row.CreatedUtc, cancellationToken);
        return new AlertBacklog(emergency, pending);
    }
}
