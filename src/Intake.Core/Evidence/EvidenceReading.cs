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

    /// <summary>When staff last asked the reporter something; what the service asks once the case is closed does not count.</summary>
    public static Task<DateTime?> LastAskedAsync(this IntakeDb db, SignalRow signal, CancellationToken cancellationToken) =>
        db.Questions.AsNoTracking()
            .Where(question => question.SignalId == signal.Id && question.AskedBy != null)
            .OrderByDescending(question => question.AskedUtc)
            .Select(question => (DateTime?)question.AskedUtc)
            .FirstOrDefaultAsync(cancellationToken);

    public static IReadOnlyList<EvidenceItem> Items(SignalRow signal, SignalContent content, IReadOnlyList<EvidenceRow> rows, DateTime? lastAskedUtc) =>
        [.. rows.Select((row, i) => Item(signal, content, row, i + 1, lastAskedUtc))];

    public static EvidenceItem Item(SignalRow signal, SignalContent content, EvidenceRow row, int number, DateTime? lastAskedUtc) => new()
    {
        Id = row.Id,
        Number = number,
        Kind = row.Kind,
        State = row.State,
        Type = row.Type,
        Bytes = row.Bytes,
        ReceivedUtc = row.ReceivedUtc,
        IsHeard = row.HeardUtc is not null,
        Held = EvidenceHold.Find(signal, content, row, lastAskedUtc),
    };
}
