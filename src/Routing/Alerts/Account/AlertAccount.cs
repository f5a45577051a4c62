using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Storage;
using Senim.Routing.Alerts.Answering;
using Senim.Routing.Alerts.Sending;
using Senim.Routing.Storage;

namespace Senim.Routing.Alerts.Account;

internal sealed class AlertAccount(
    IDbContextFactory<RoutingDb> contexts, WriteGate<RoutingDb> gate, IAlertBook book, IAlertAnswers answers, IEnumerable<IAlertCarrier> carriers, TimeProvider clock) : IAlertAccount
{
    private const int MostWrongCodes = 5;
    private const int LinkChars = 10;

    /// <summary>Without those that are taken for one another.</summary>
    private const string LinkLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static readonly TimeSpan BetweenTests = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TestHolds = TimeSpan.FromDays(1);
    private static readonly TimeSpan LinkHolds = TimeSpan.FromMinutes(15);

    private readonly IReadOnlyList<AlertWay> ways =
        [.. carriers.Where(carrier => carrier.IsOn && carrier.Way != AlertWay.Webhook).Select(carrier => carrier.Way).Distinct().Order()];

    public static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()));

    public async Task<IReadOnlyList<MyWay>> ListAsync(string staffId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.AlertAddresses.AsNoTracking().Where(row => row.StaffId == staffId).ToDictionaryAsync(row => row.Way, cancellationToken);
        var tested = await Tests(db, staffId).Select(row => row.Way).ToHashSetAsync(cancellationToken);
        return [.. ways.Select(way => new MyWay(way, rows.GetValueOrDefault(way)?.Address ?? "", rows.GetValueOrDefault(way)?.ConfirmedUtc is not null, tested.Contains(way)))];
    }

    public async Task<bool> SetAsync(string staffId, AlertWay way, string address, CancellationToken cancellationToken)
    {
        if (AlertAddressForms.Read(way, address) is not { } known)
            return false;
        await ChangeAsync(
            staffId,
            way,
            row =>
            {
                if (row.Address != known)
                    (row.Address, row.ConfirmedUtc) = (known, null);
            },
            cancellationToken);
        return true;
    }

    public async Task RemoveAsync(string staffId, AlertWay way, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await db.AlertAddresses.Where(row => row.StaffId == staffId && row.Way == way).ExecuteDeleteAsync(cancellationToken);
        await DropTestsAsync(db, staffId, way, cancellationToken);
    }

    public async Task TestAsync(string staffId, AlertWay way, CancellationToken cancellationToken)
    {
        if (!ways.Contains(way))
            return;
        if (way == AlertWay.Desk)
            await ChangeAsync(staffId, way, _ => { }, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recent = clock.NowUtc() - BetweenTests;
        if (await Tests(db, staffId).AnyAsync(row => row.Way == way && row.CreatedUtc > recent, cancellationToken))
            return;
        var address = await db.AlertAddresses.FirstOrDefaultAsync(row => row.StaffId == staffId && row.Way == way, cancellationToken);
        if (address is null || (address.Address.Length == 0 && way != AlertWay.Desk))
            return;
        address.WrongCodes = 0;
        await book.AddAsync(db, new NewAlert(AlertKind.Test, [staffId]) { OnlyBy = way }, cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<bool> ConfirmAsync(string staffId, AlertWay way, string code, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var address = await db.AlertAddresses.AsNoTracking().FirstOrDefaultAsync(row => row.StaffId == staffId && row.Way == way, cancellationToken);
        if (address is null || address.WrongCodes >= MostWrongCodes)
            return false;
        var given = code.Trim();
        if (await Tests(db, staffId).AnyAsync(row => row.Way == way && row.AlertId == given, cancellationToken))
            return await answers.AcknowledgeAsync(staffId, given, way, cancellationToken) is AlertAnswer.Done;
        using var pass = await gate.EnterAsync(cancellationToken);
        await db.AlertAddresses.Where(row => row.StaffId == staffId && row.Way == way)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WrongCodes, row => row.WrongCodes + 1), cancellationToken);
        return false;
    }

    public async Task<string> OfferLinkAsync(string staffId, CancellationToken cancellationToken)
    {
        var code = RandomNumberGenerator.GetString(LinkLetters, LinkChars);
        await ChangeAsync(staffId, AlertWay.StaffBot, row => (row.LinkHash, row.LinkUntilUtc) = (HashOf(code), clock.NowUtc() + LinkHolds), cancellationToken);
        return code;
    }

    private IQueryable<AlertRow> Tests(RoutingDb db, string staffId)
    {
        var since = clock.NowUtc() - TestHolds;
        return db.Alerts.Where(row => row.Recipient == staffId && row.Kind == AlertKind.Test && row.CreatedUtc > since
            && (row.Status == AlertStatus.Pending || row.Status == AlertStatus.Sent));
    }

    private async Task ChangeAsync(string staffId, AlertWay way, Action<AlertAddressRow> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.AlertAddresses.FirstOrDefaultAsync(known => known.StaffId == staffId && known.Way == way, cancellationToken);
        if (row is null)
            db.Add(row = new AlertAddressRow { StaffId = staffId, Way = way });
        var before = row.Address;
        change(row);
        using var pass = await gate.EnterAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (row.Address != before)
            await DropTestsAsync(db, staffId, way, cancellationToken);
    }

    /// <summary>What was sent to an earlier address confirms nothing about the next.</summary>
    private Task DropTestsAsync(RoutingDb db, string staffId, AlertWay way, CancellationToken cancellationToken) =>
        Tests(db, staffId).Where(row => row.Way == way)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, AlertStatus.Dropped).SetProperty(row => row.Failure, "over"), cancellationToken);
}
