using Microsoft.EntityFrameworkCore;
using Senim.Intake.Privacy;
using Senim.Intake.Storage;

namespace Senim.Intake.Signals;

/// <summary>Opens what a signal says, on a node that holds the content key.</summary>
internal sealed class SignalReader(IDbContextFactory<IntakeDb> contexts, KeyRing keys) : ISignalReader
{
    /// <summary>Nobody reads more at once, and a page that never opens would hide all of them.</summary>
    private const int MostUnparsed = 500;

    public async Task<OpenedSignal?> OpenAsync(SignalId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Signals.AsNoTracking().FirstOrDefaultAsync(signal => signal.Id == id.Value, cancellationToken);
        if (row is null || await OpenKeyAsync(db, row.DataKeyId, cancellationToken) is not { } key)
            return null;
        var unparsed = new List<UnparsedTurn>();
        var newest = await db.Unparsed.AsNoTracking()
            .Where(turn => turn.SignalId == row.Id)
            .OrderByDescending(turn => turn.ReceivedUtc)
            .Take(MostUnparsed)
            .ToListAsync(cancellationToken);
        foreach (var ofKey in newest.GroupBy(turn => turn.DataKeyId))
        {
            if (await OpenKeyAsync(db, ofKey.Key, cancellationToken) is { } turnKey)
                unparsed.AddRange(ofKey.Select(turn => new UnparsedTurn(UnparsedRows.Open(turnKey, turn), turn.ReceivedUtc)));
        }

        return new OpenedSignal(SignalRows.Open(key, row), row.PlaceCode, [.. unparsed.OrderBy(turn => turn.ReceivedUtc)]);
    }

    private async Task<DataKey?> OpenKeyAsync(IntakeDb db, Guid id, CancellationToken cancellationToken) =>
        await db.DataKeys.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row
            ? DataKey.Unwrap(keys.Content, id, row.Wrapped)
            : null;
}
