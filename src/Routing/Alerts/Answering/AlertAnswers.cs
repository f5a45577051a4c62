using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Storage;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Alerts.Answering;

internal sealed class AlertAnswers(
    IDbContextFactory<RoutingDb> contexts, WriteGate<RoutingDb> gate, IQueueDesk desk, QueueChanges changes, TimeProvider clock) : IAlertAnswers
{
    private const int MostShown = 20;

    /// <summary>A test or a drill that nobody has answered for so long is not asked for any more.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    public async Task<AlertAnswer> AcknowledgeAsync(string staffId, string alertId, AlertWay by, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Alerts.AsNoTracking().Where(row => row.Recipient == staffId && row.AlertId == alertId).ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return new AlertAnswer.Unknown();

        // First the case, then the rows: whoever dies in between is asked once more, and nothing is taken for answered that was not.
        var answer = rows[0].ItemId is { } item
            ? await TakeAsync(db, staffId, item, rows[0], cancellationToken)
            : new AlertAnswer.Done(rows[0].Kind, null);
        await MarkAsync(db, rows, by, cancellationToken);
        changes.TellStaff(staffId);
        return answer;
    }

    public async Task<IReadOnlyList<OpenAlert>> ListOpenAsync(string staffId, AlertWay way, CancellationToken cancellationToken)
    {
        var since = clock.NowUtc() - Forgotten;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Alerts
            .Where(row => row.Recipient == staffId && row.Way == way && (row.Status == AlertStatus.Pending || row.Status == AlertStatus.Sent))
            .Where(row => row.ItemId == null ? row.CreatedUtc > since : db.Items.Any(item => item.Id == row.ItemId && item.StepRound == row.Round))
            .OrderByDescending(row => row.Urgency)
            .ThenBy(row => row.Id)
            .Take(MostShown)
            .Select(row => new OpenAlert(row.AlertId, row.Kind, row.Urgency, row.ItemId, row.Reference, row.CreatedUtc))
            .ToListAsync(cancellationToken);
    }

    private async Task<AlertAnswer> TakeAsync(RoutingDb db, string staffId, Guid itemId, AlertRow alert, CancellationToken cancellationToken)
    {
        var member = await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == staffId, cancellationToken);
        var item = member is null ? null : await db.Items.AsNoTracking().Within(member.ToScope()).FirstOrDefaultAsync(known => known.Id == itemId, cancellationToken);
        if (item is null)
            return new AlertAnswer.Over();
        if (!item.IsWaiting && item.State != QueueState.Transferred)
        {
            return item.AcknowledgedBy is { } holder && holder != staffId && item.StepRound != alert.Round
                ? new AlertAnswer.AlreadyTaken(itemId, await StaffNames.OfAsync(db, holder, cancellationToken))
                : new AlertAnswer.Done(alert.Kind, itemId);
        }

        return await desk.AcknowledgeAsync(member!.ToScope(), itemId, cancellationToken) switch
        {
            AcknowledgeOutcome.Done => new AlertAnswer.Done(alert.Kind, itemId),
            AcknowledgeOutcome.AlreadyTaken taken => new AlertAnswer.AlreadyTaken(itemId, taken.By),
            _ => new AlertAnswer.Over(),
        };
    }

    private async Task MarkAsync(RoutingDb db, IReadOnlyList<AlertRow> rows, AlertWay by, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        var (staff, alert) = (rows[0].Recipient, rows[0].AlertId);

        // Only a test that stands confirms: one to an address that was changed since does not.
        var confirms = rows.FirstOrDefault(row => row is { Kind: AlertKind.Test, Status: AlertStatus.Pending or AlertStatus.Sent } && row.Way == by);
        using var pass = await gate.EnterAsync(cancellationToken);
        if (confirms is not null)
        {
            await db.AlertAddresses.Where(address => address.StaffId == staff && address.Way == by)
                .ExecuteUpdateAsync(set => set.SetProperty(address => address.ConfirmedUtc, now), cancellationToken);
        }

        await db.Alerts
            .Where(row => row.Recipient == staff && row.AlertId == alert && (row.Status == AlertStatus.Pending || row.Status == AlertStatus.Sent))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Status, AlertStatus.Acknowledged).SetProperty(row => row.AcknowledgedUtc, now), cancellationToken);
    }
}
