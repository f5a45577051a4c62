using Microsoft.EntityFrameworkCore;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Intake.Evidence;

internal static class EvidenceReading
{
    /// <summary>The files of a signal in the order in which they came.</summary>
    public static Task<List<EvidenceRow>> EvidenceOfAsync(this IntakeDb db, SignalRow signal, CancellationToken cancellationToken) =>
        db.Evidence.AsNoTracking()
            .Where(row => row.DataKeyId == signal.DataKeyId)
            .OrderBy(row => row.Position)
            .Take(EvidenceRows.MostFiles)
            .ToListAsync(cancellationToken);

    public static IReadOnlyList<EvidenceItem> Items(SignalRow signal, SignalContent content, IReadOnlyList<EvidenceRow> rows) =>
        [.. rows.Select((row, i) => Item(signal, content, row, i + 1))];

    public static EvidenceItem Item(SignalRow signal, SignalContent content, EvidenceRow row, int number) => new()
    {
        Id = row.Id,
        Number = number,
        Kind = row.Kind,
        State = row.State,
        Type = row.Type,
        Bytes = row.Bytes,
        ReceivedUtc = row.ReceivedUtc,
        IsHeard = row.HeardUtc is not null,
        Held = EvidenceHold.Find(signal, content, row),
    };
}
