using Microsoft.EntityFrameworkCore;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Intake.Notes;

/// <summary>Notes in the sealed store, on a node that holds the content key.</summary>
internal sealed class CaseNoteStore(IDbContextFactory<IntakeDb> contexts, KeyRing keys, WriteGate<IntakeDb> gate, TimeProvider clock) : ICaseNotes
{
    /// <summary>As many as lines of history are shown on one page.</summary>
    private const int MostListed = 500;

    public async Task<IReadOnlyDictionary<Guid, CaseNote>> ListAsync(SignalId signal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.CaseNotes.AsNoTracking()
            .Where(row => row.SignalId == signal.Value)
            .OrderByDescending(row => row.WrittenUtc)
            .Take(MostListed)
            .ToListAsync(cancellationToken);
        var opened = new Dictionary<Guid, CaseNote>(rows.Count);
        foreach (var ofKey in rows.GroupBy(row => row.DataKeyId))
        {
            if (await db.OpenDataKeyAsync(ofKey.Key, keys, cancellationToken) is not { } key)
                continue;
            foreach (var row in ofKey)
                opened[row.Id] = CaseNoteRows.Open(key, row);
        }

        return opened;
    }

    public async Task<bool> WriteAsync(SignalId signal, Guid id, CaseNote note, string staffId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Signals.AsNoTracking().FirstOrDefaultAsync(known => known.Id == signal.Value, cancellationToken);
        if (row is null || await db.OpenDataKeyAsync(row.DataKeyId, keys, cancellationToken) is not { } key)
            return false;
        if (await db.CaseNotes.AnyAsync(known => known.Id == id, cancellationToken))
            return true;
        db.Add(new CaseNoteRow
        {
            Id = id,
            SignalId = row.Id,
            DataKeyId = key.Id,
            WrittenBy = staffId,
            WrittenUtc = clock.NowUtc(),
            Content = CaseNoteRows.Seal(key, id, note),
        });
        try
        {
            using (await gate.EnterAsync(CancellationToken.None))
                await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            // The second of two presses at once finds what the first one wrote.
            await using var fresh = await contexts.CreateDbContextAsync(CancellationToken.None);
            if (!await fresh.CaseNotes.AnyAsync(known => known.Id == id, CancellationToken.None))
                throw;
        }

        return true;
    }
}
