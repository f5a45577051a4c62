using Microsoft.EntityFrameworkCore;
using Senim.Intake.Privacy;
using Senim.Intake.Storage;

namespace Senim.Intake.Signals;

/// <summary>Opens what a signal says, on a node that holds the content key.</summary>
internal sealed class SignalReader(IDbContextFactory<IntakeDb> contexts, KeyRing keys) : ISignalReader
{
    public async Task<OpenedSignal?> OpenAsync(SignalId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Signals.AsNoTracking().FirstOrDefaultAsync(signal => signal.Id == id.Value, cancellationToken);
        if (row is null || await OpenKeyAsync(db, row.DataKeyId, cancellationToken) is not { } key)
            return null;
        var unparsed = new List<UnparsedTurn>();
        var kept = await db.Unparsed.AsNoTracking().Where(turn => turn.SignalId == row.Id).OrderBy(turn => turn.ReceivedUtc).ToListAsync(cancellationToken);
        foreach (var turn in kept)
        {
            if (await OpenKeyAsync(db, turn.DataKeyId, cancellationToken) is { } turnKey)
                unparsed.Add(new UnparsedTurn(UnparsedRows.Open(turnKey, turn), turn.ReceivedUtc));
        }

        return new OpenedSignal(SignalRows.Open(key, row), row.PlaceCode, unparsed);
    }

    private async Task<DataKey?> OpenKeyAsync(IntakeDb db, Guid id, CancellationToken cancellationToken) =>
        await db.DataKeys.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row
            ? DataKey.Unwrap(keys.Content, id, row.Wrapped)
            : null;
}
