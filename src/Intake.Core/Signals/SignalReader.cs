using Microsoft.EntityFrameworkCore;
using Senim.Intake.Evidence;
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
        if (row is null || await db.OpenDataKeyAsync(row.DataKeyId, keys, cancellationToken) is not { } key)
            return null;
        var unparsed = new List<UnparsedTurn>();
        var newest = await db.Unparsed.AsNoTracking()
            .Where(turn => turn.SignalId == row.Id)
            .OrderByDescending(turn => turn.ReceivedUtc)
            .Take(MostUnparsed)
            .ToListAsync(cancellationToken);
        foreach (var ofKey in newest.GroupBy(turn => turn.DataKeyId))
        {
            if (await db.OpenDataKeyAsync(ofKey.Key, keys, cancellationToken) is { } turnKey)
                unparsed.AddRange(ofKey.Select(turn => new UnparsedTurn(UnparsedRows.Open(turnKey, turn), turn.ReceivedUtc)));
        }

        var content = SignalRows.Open(key, row);
        var files = await db.EvidenceOfAsync(row, cancellationToken);
        return new OpenedSignal(content, row.PlaceCode, [.. unparsed.OrderBy(turn => turn.ReceivedUtc)])
        {
            Evidence = files.Count == 0 ? [] : EvidenceReading.Items(row, content, files, await db.LastAskedAsync(row, cancellationToken)),
        };
    }
}
