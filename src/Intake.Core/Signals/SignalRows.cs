using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Promises;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Intake.Signals;

/// <summary>How a signal is written: its content sealed, its event laid beside it in the outbox.</summary>
public static class SignalRows
{
    private const string Table = "Signals";

    public static byte[] Seal(DataKey key, Guid signal, SignalContent content) =>
        Sealing.Seal(key, SealedJson.Write(content, IntakeJson.Default.SignalContent), Place(signal));

    public static SignalContent Open(DataKey key, SignalRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return JsonSerializer.Deserialize(Sealing.Open(key, row.Content, Place(row.Id)), IntakeJson.Default.SignalContent)!;
    }

    /// <summary>A copy to be remembered: everything but what was said.</summary>
    public static SignalRow WithoutContent(SignalRow row) => Copy(row, []);

    /// <summary>A copy to be changed.</summary>
    public static SignalRow Copy(SignalRow row, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new SignalRow
        {
            Id = row.Id,
            Reference = row.Reference,
            Version = row.Version,
            Channel = row.Channel,
            Source = row.Source,
            Language = row.Language,
            Urgency = row.Urgency,
            Categories = row.Categories,
            PlaceCode = row.PlaceCode,
            Incomplete = row.Incomplete,
            Unparsed = row.Unparsed,
            ReceivedUtc = row.ReceivedUtc,
            ChangedUtc = row.ChangedUtc,
            FirstLookDueUtc = row.FirstLookDueUtc,
            AssignedDueUtc = row.AssignedDueUtc,
            VisitDueUtc = row.VisitDueUtc,
            CloseDueUtc = row.CloseDueUtc,
            ConversationKey = row.ConversationKey,
            DataKeyId = row.DataKeyId,
            Content = content,
        };
    }

    /// <summary>
    /// Raises, never lowers: a higher urgency brings its own due times where they come sooner, an equal or lower one leaves both as they
    /// stand.
    /// </summary>
    public static void Raise(SignalRow row, Urgency urgency, DueTimes due)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(due);
        if (row.Version > 1 && urgency <= row.Urgency)
            return;
        if (row.Version > 1)
            due = due.EarlierOf(Due(row));
        row.Urgency = urgency;
        row.FirstLookDueUtc = due.FirstLookUtc;
        row.AssignedDueUtc = due.AssignedUtc;
        row.VisitDueUtc = due.VisitUtc;
        row.CloseDueUtc = due.CloseUtc;
    }

    public static DueTimes Due(SignalRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new DueTimes(row.FirstLookDueUtc, row.AssignedDueUtc, row.VisitDueUtc, row.CloseDueUtc);
    }

    /// <summary>The event that tells of the row as it stands. Its id is the same for the same signal and version.</summary>
    /// <param name="recused">Bodies that must not see it; they rest sealed with the answers, so that the row does not tell.</param>
    public static OutboxRow Event(SignalRow row, bool hasNewWords, IReadOnlyList<string>? recused = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        var type = row.Version == 1 ? SignalEvent.Received : SignalEvent.Changed;
        var body = new SignalEvent
        {
            SignalId = row.Id,
            Version = row.Version,
            Reference = row.Reference,
            Channel = row.Channel,
            Source = row.Source,
            Language = row.Language,
            Urgency = row.Urgency,
            Categories = row.Categories.Split(',', StringSplitOptions.RemoveEmptyEntries),
            PlaceCode = row.PlaceCode,
            Incomplete = row.Incomplete,
            Unparsed = row.Unparsed,
            HasNewWords = hasNewWords,
            Recused = recused ?? [],
            ReceivedUtc = row.ReceivedUtc,
            ChangedUtc = row.ChangedUtc,
            Due = Due(row),
        };
        return new OutboxRow
        {
            Kind = OutboxKind.Event,
            Lane = row.Urgency == Urgency.Emergency ? EventLane.Emergency : EventLane.Other,
            MessageId = EventId(row.Id, row.Version),
            Type = type,
            RoutingKey = RoutingKey(row.PlaceCode, row.Urgency),
            Body = JsonSerializer.Serialize(body, IntakeJson.Default.SignalEvent),
            CreatedUtc = row.ChangedUtc,
            DueUtc = row.ChangedUtc,
        };
    }

    /// <summary><c>region.district.urgency</c> with KATO codes; <c>none</c> where the place is unknown.</summary>
    private static string RoutingKey(string? placeCode, Urgency urgency) =>
        $"{(placeCode is null ? "none" : placeCode[..2] + "0000000")}.{placeCode ?? "none"}.{urgency.ToString().ToLowerInvariant()}";

    private static Guid EventId(Guid signal, int version)
    {
        Span<byte> source = stackalloc byte[20];
        signal.TryWriteBytes(source);
        BinaryPrimitives.WriteInt32BigEndian(source[16..], version);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(source, hash);
        return new Guid(hash[..16]);
    }

    private static SealedPlace Place(Guid signal) => new(Table, signal.ToString("N"), "Content");
}
