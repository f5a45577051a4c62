using Microsoft.EntityFrameworkCore;
using Senim.Intake.Storage;
using Senim.Routing.Storage;

namespace Senim.Routing.Alerts.Sending;

/// <summary>The rows as the sender sees them: claimed by a conditional update, so that of several nodes one makes each attempt.</summary>
internal sealed class AlertStore(IDbContextFactory<RoutingDb> contexts, WriteGate<RoutingDb> gate)
{
    /// <param name="isProbe">Whatever waits, due or not, the oldest first: to see whether a way works again.</param>
    /// <returns>With the attempt counted; the most urgent first.</returns>
    public async Task<IReadOnlyList<AlertRow>> ClaimAsync(AlertWay way, int most, bool isProbe, DateTime nowUtc, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var free = db.Alerts.AsNoTracking()
            .Where(row => row.Way == way && row.Status == AlertStatus.Pending && (row.LeaseUntilUtc == null || row.LeaseUntilUtc <= nowUtc));
        var due = await (isProbe ? free : free.Where(row => row.NextAttemptUtc <= nowUtc))
            .OrderByDescending(row => row.Urgency)
            .ThenBy(row => row.NextAttemptUtc)
            .ThenBy(row => row.Id)
            .Take(most)
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
            return due;
        var until = nowUtc + lease;
        var claimed = new List<AlertRow>(due.Count);
        using var pass = await gate.EnterAsync(cancellationToken);
        foreach (var row in due)
        {
            if (await Claimed(db, row)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Attempts, row.Attempts + 1).SetProperty(one => one.LeaseUntilUtc, until), cancellationToken) == 0)
            {
                continue;
            }

            row.Attempts++;
            claimed.Add(row);
        }

        return claimed;
    }

    public async Task SentAsync(AlertRow row, DateTime nowUtc, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await Claimed(db, row).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Status, AlertStatus.Sent)
                .SetProperty(one => one.SentUtc, nowUtc)
                .SetProperty(one => one.LeaseUntilUtc, (DateTime?)null)
                .SetProperty(one => one.Failure, (string?)null),
            cancellationToken);
    }

    /// <summary>Over, without having been sent.</summary>
    public async Task EndAsync(AlertRow row, AlertStatus status, string failure, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await Claimed(db, row).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Status, status)
                .SetProperty(one => one.LeaseUntilUtc, (DateTime?)null)
                .SetProperty(one => one.Failure, failure),
            cancellationToken);
    }

    public async Task PostponeAsync(AlertRow row, DateTime nextUtc, string failure, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await Claimed(db, row).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.NextAttemptUtc, nextUtc)
                .SetProperty(one => one.LeaseUntilUtc, (DateTime?)null)
                .SetProperty(one => one.Failure, failure),
            cancellationToken);
    }

    /// <summary>The way works again: whatever it owes is due now, but for those that were just tried.</summary>
    public async Task HastenAsync(AlertWay way, IReadOnlyList<AlertRow> tried, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var ids = tried.Select(row => row.Id).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await db.Alerts
            .Where(row => row.Way == way && row.Status == AlertStatus.Pending && row.NextAttemptUtc > nowUtc && !ids.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.NextAttemptUtc, nowUtc), cancellationToken);
    }

    /// <summary>The row as it was seen; an attempt begun by somebody else meanwhile makes it none.</summary>
    private static IQueryable<AlertRow> Claimed(RoutingDb db, AlertRow row)
    {
        var (id, attempts) = (row.Id, row.Attempts);
        return db.Alerts.Where(one => one.Id == id && one.Attempts == attempts && one.Status == AlertStatus.Pending);
    }
}
