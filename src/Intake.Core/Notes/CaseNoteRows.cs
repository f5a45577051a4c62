using System.Text.Json;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Intake.Notes;

/// <summary>How notes are sealed and opened.</summary>
public static class CaseNoteRows
{
    private const string Table = "CaseNotes";

    public static byte[] Seal(DataKey key, Guid id, CaseNote note) =>
        Sealing.Seal(key, SealedJson.Write(note, IntakeJson.Default.CaseNote), Place(id));

    public static CaseNote Open(DataKey key, CaseNoteRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return JsonSerializer.Deserialize(Sealing.Open(key, row.Content, Place(row.Id)), IntakeJson.Default.CaseNote)!;
    }

    private static SealedPlace Place(Guid id) => new(Table, id.ToString("N"), "Content");
}
