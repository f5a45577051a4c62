using System.Text;
using Senim.Intake.Privacy;
using Senim.Intake.Storage;

namespace Senim.Intake.Signals;

/// <summary>How a turn on which the code failed is kept: as it came, sealed, joined to a signal.</summary>
public static class UnparsedRows
{
    private const string Table = "Unparsed";

    public static UnparsedRow Seal(DataKey key, Guid id, Guid signal, string content, DateTime receivedUtc)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new UnparsedRow
        {
            Id = id,
            SignalId = signal,
            DataKeyId = key.Id,
            ReceivedUtc = receivedUtc,
            Content = Sealing.Seal(key, Encoding.UTF8.GetBytes(content), Place(id)),
        };
    }

    public static string Open(DataKey key, UnparsedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Encoding.UTF8.GetString(Sealing.Open(key, row.Content, Place(row.Id)));
    }

    private static SealedPlace Place(Guid id) => new(Table, id.ToString("N"), "Content");
}
