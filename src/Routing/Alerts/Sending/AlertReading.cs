using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Senim.Intake;
using Senim.Routing.Storage;

namespace Senim.Routing.Alerts.Sending;

/// <summary>What a row means at the moment of sending: where to, in which language, and whether its matter still stands.</summary>
internal sealed class AlertReading(IDbContextFactory<RoutingDb> contexts, IOptions<AlertOptions> options)
{
    /// <returns>By row; a message, or why there is none.</returns>
    public async Task<IReadOnlyList<Prepared>> PrepareAsync(IReadOnlyList<AlertRow> rows, IAlertCarrier carrier, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var staff = rows.Select(row => row.Recipient).Where(AlertRecipients.IsStaff).Distinct().ToList();
        var items = rows.Select(row => row.ItemId).OfType<Guid>().Distinct().ToList();
        var rounds = await db.Items.Where(item => items.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.StepRound, cancellationToken);
        var members = await db.Users.Where(user => staff.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Language, cancellationToken);
        var way = carrier.Way;
        var addresses = await db.AlertAddresses.AsNoTracking()
            .Where(row => staff.Contains(row.StaffId) && row.Way == way)
            .ToDictionaryAsync(row => row.StaffId, cancellationToken);
        return [.. rows.Select(row => Prepare(row))];

        Prepared Prepare(AlertRow row)
        {
            if (row.ItemId is { } item && (!rounds.TryGetValue(item, out var round) || round != row.Round))
                return new Prepared(row, null, AlertStatus.Dropped, "over");
            if (!AlertRecipients.IsStaff(row.Recipient))
                return Addressed(row, carrier.AddressOf(row.Recipient), Language.En);
            if (!members.TryGetValue(row.Recipient, out var language))
                return new Prepared(row, null, AlertStatus.Dropped, "no-account");
            var known = addresses.GetValueOrDefault(row.Recipient);
            var mayUse = known is not null && (known.ConfirmedUtc is not null || row.Kind == AlertKind.Test);
            return Addressed(row, way == AlertWay.Desk ? "" : mayUse && known!.Address.Length > 0 ? known.Address : null, language);
        }
    }

    private Prepared Addressed(AlertRow row, string? address, Language language) => address is null
        ? new Prepared(row, null, AlertStatus.Dead, "no-address")
        : new Prepared(row, Message(row, address, language), AlertStatus.Pending, "");

    private AlertMessage Message(AlertRow row, string address, Language language) => new(
        row.AlertId,
        row.Kind,
        row.Urgency,
        row.Recipient,
        address,
        language,
        new Uri(options.Value.Desk, row.ItemId is { } item ? $"/queue/{item}" : row.Kind == AlertKind.Test ? "/alerts" : "/queue"))
    {
        Reference = row.Reference,
        UnitCode = row.UnitCode,
        CreatedUtc = row.CreatedUtc,
    };
}

/// <param name="Message">Null when nothing is to be sent; then the rest says why.</param>
internal sealed record Prepared(AlertRow Row, AlertMessage? Message, AlertStatus Status, string Failure);
