using Microsoft.EntityFrameworkCore;
using Senim.Intake.Evidence.Files;
using Senim.Intake.Evidence.Pictures;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Intake.Evidence;

internal sealed class EvidenceFiles(
    IDbContextFactory<IntakeDb> contexts, WriteGate<IntakeDb> gate, KeyRing keys, EvidenceFolder folder, PictureCleaner pictures, TimeProvider clock) : IEvidenceFiles
{
    public async Task<OpenOutcome> OpenAsync(SignalId signal, Guid file, EvidenceForm form, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, signal, file, cancellationToken) is not ({ IsReleased: true } item, var row, var key)
            || item.IsPicture == (form == EvidenceForm.Original)
            || EvidenceRows.OpenFile(key, row) is not { } here
            || folder.Open(here) is not { } original)
        {
            return new OpenOutcome.Absent();
        }

        if (form == EvidenceForm.Original)
            return new OpenOutcome.Opened(item, original);
        await using (original)
        {
            return await pictures.CleanAsync(original, item.Type, isBlurred: form == EvidenceForm.Blurred, cancellationToken) is { } clean
                ? new OpenOutcome.Opened(item, clean)
                : new OpenOutcome.CannotBeShown(item);
        }
    }

    public async Task<int> MarkAskedAsync(SignalId signal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var key = await db.Signals.AsNoTracking().Where(row => row.Id == signal.Value).Select(row => (Guid?)row.DataKeyId).FirstOrDefaultAsync(cancellationToken);
        var now = clock.NowUtc();
        using var pass = await gate.EnterAsync(cancellationToken);
        return await db.Evidence
            .Where(row => row.DataKeyId == key && !row.HasWords && row.AskedUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedUtc, now), CancellationToken.None);
    }

    public async Task<HeardOutcome> MarkHeardAsync(SignalId signal, Guid file, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, signal, file, cancellationToken) is not ({ IsReleased: true } item, _, _))
            return new HeardOutcome.Absent();
        var now = clock.NowUtc();
        using var pass = await gate.EnterAsync(cancellationToken);
        var marked = await db.Evidence
            .Where(row => row.Id == file && row.HeardUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeardUtc, now), CancellationToken.None);
        return marked == 1 ? new HeardOutcome.Done(item.Number) : new HeardOutcome.Already();
    }

    private async Task<(EvidenceItem Item, EvidenceRow Row, DataKey Key)?> FindAsync(IntakeDb db, SignalId signal, Guid file, CancellationToken cancellationToken)
    {
        var found = await db.Signals.AsNoTracking().FirstOrDefaultAsync(row => row.Id == signal.Value, cancellationToken);
        if (found is null || await db.OpenDataKeyAsync(found.DataKeyId, keys, cancellationToken) is not { } key)
            return null;
        var rows = await db.EvidenceOfAsync(found, cancellationToken);
        var at = rows.FindIndex(row => row.Id == file);
        return at < 0 ? null
            : (EvidenceReading.Item(found, SignalRows.Open(key, found), rows[at], at + 1, await db.LastAskedAsync(found, cancellationToken)), rows[at], key);
    }
}
