using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Storage;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Alerts.Answering;

internal sealed class DeadAlerts(IDbContextFactory<RoutingDb> contexts, WriteGate<RoutingDb> gate, TimeProvider clock) : IDeadAlerts
{
    private const int MostShown = 200;

    public async Task<IReadOnlyList<DeadAlert>> ListAsync(StaffScope scope, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Within(db, scope)
            .OrderByDescending(row => row.Id)
            .Take(MostShown)
            .Select(row => new DeadAlert(
                row.Id,
                row.Kind,
                row.Way,
                db.Users.Where(user => user.Id == row.Recipient).Select(user => user.DisplayName).FirstOrDefault(),
                row.Reference,
                row.CreatedUtc,
                row.Attempts,
                row.Failure))
            .ToListAsync(cancellationToken);
    }

    public async Task<bool> SendAgainAsync(StaffScope scope, long id, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        return await Within(db, scope).Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Status, AlertStatus.Pending)
                .SetProperty(row => row.NextAttemptUtc, now)
                .SetProperty(row => row.LeaseUntilUtc, (DateTime?)null),
            cancellationToken) == 1;
    }

    private static IQueryable<AlertRow> Within(RoutingDb db, StaffScope scope)
    {
        var dead = db.Alerts.Where(row => row.Status == AlertStatus.Dead);
        if (scope.Role == StaffRole.National)
            return dead;
        var items = db.Items.Within(scope).Select(item => item.Id);
        return dead.Where(row => row.Recipient == scope.StaffId || (row.ItemId != null && items.Contains(row.ItemId.Value)));
    }
}
