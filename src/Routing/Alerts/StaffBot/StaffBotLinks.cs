using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Storage;
using Senim.Routing.Alerts.Account;
using Senim.Routing.Storage;

namespace Senim.Routing.Alerts.StaffBot;

/// <summary>Which chat of the bot is whose.</summary>
internal sealed class StaffBotLinks(IDbContextFactory<RoutingDb> contexts, WriteGate<RoutingDb> gate, TimeProvider clock)
{
    /// <summary>Takes a code that was shown at the desk; having it and writing it from a chat confirms both. One chat is one person's.</summary>
    /// <returns>The language of its owner; null for a code that is unknown, used or too old.</returns>
    public async Task<Language?> LinkAsync(string code, string chat, CancellationToken cancellationToken)
    {
        var hash = AlertAccount.HashOf(code);
        var now = clock.NowUtc();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var staff = await db.AlertAddresses
            .Where(row => row.Way == AlertWay.StaffBot && row.LinkHash == hash && row.LinkUntilUtc > now)
            .Select(row => row.StaffId)
            .FirstOrDefaultAsync(cancellationToken);
        if (staff is null)
            return null;
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.AlertAddresses
            .Where(row => row.Way == AlertWay.StaffBot && row.Address == chat && row.StaffId != staff)
            .ExecuteDeleteAsync(cancellationToken);

        // Of two that write the same code at once, one finds it still there.
        var taken = await db.AlertAddresses
            .Where(row => row.StaffId == staff && row.Way == AlertWay.StaffBot && row.LinkHash == hash)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Address, chat)
                    .SetProperty(row => row.ConfirmedUtc, now)
                    .SetProperty(row => row.LinkHash, (byte[]?)null)
                    .SetProperty(row => row.LinkUntilUtc, (DateTime?)null),
                cancellationToken);
        if (taken == 0)
            return null;
        await transaction.CommitAsync(cancellationToken);
        return await db.Users.Where(user => user.Id == staff).Select(user => (Language?)user.Language).FirstOrDefaultAsync(cancellationToken);
    }

    /// <returns>Null for a stranger.</returns>
    public async Task<(string StaffId, Language Language)?> OwnerAsync(string chat, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.AlertAddresses
            .Where(row => row.Way == AlertWay.StaffBot && row.Address == chat && row.ConfirmedUtc != null)
            .Join(db.Users, row => row.StaffId, user => user.Id, (row, user) => new { user.Id, user.Language })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Id, found.Language);
    }
}
