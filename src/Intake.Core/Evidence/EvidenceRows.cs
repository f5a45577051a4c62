using Senim.Intake.Conversations;
using Senim.Intake.Evidence.Files;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Intake.Evidence;

/// <summary>How a file that came is written down: what finds and opens it sealed with the data key of what it belongs to.</summary>
public static class EvidenceRows
{
    /// <summary>Files of one draft and the signal made of it. Nobody looks through more; further ones are counted only.</summary>
    public const int MostFiles = 100;

    private const string Table = "Evidence";

    public static EvidenceRow Write(
        DataKey key, ChannelKind channel, DeliveryKey delivery, int position, InboundFile file, bool hasWords, DateTime receivedUtc)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(file);
        var id = Guid.CreateVersion7(new DateTimeOffset(receivedUtc));
        var row = new EvidenceRow
        {
            Id = id,
            Position = position,
            Delivery = delivery.ToBytes(),
            DataKeyId = key.Id,
            Channel = channel,
            Kind = file.Kind,
            State = file.State,
            HasWords = hasWords,
            ReceivedUtc = receivedUtc,
            Reference = file.Reference is null ? null : Sealing.Seal(key, file.Reference, Place(id, "Reference")),
        };
        if (file.Stored is { } stored)
            Store(row, key, stored);
        return row;
    }

    /// <summary>The file lies here now.</summary>
    public static void Store(EvidenceRow row, DataKey key, SealedFile file)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(file);
        row.State = EvidenceState.Stored;
        row.Type = file.Type;
        row.FileName = file.Name;
        row.Bytes = file.Bytes;
        row.Secrets = Sealing.Seal(key, [.. file.Key, .. file.Sha256], Place(row.Id, "Secrets"));
        row.Reference = null;
    }

    public static byte[]? OpenReference(DataKey key, EvidenceRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Reference is null ? null : Sealing.Open(key, row.Reference, Place(row.Id, "Reference"));
    }

    /// <returns>Null for a file that is not here.</returns>
    public static SealedFile? OpenFile(DataKey key, EvidenceRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row is not { State: EvidenceState.Stored, FileName: { } name, Secrets: { } secrets })
            return null;
        var opened = Sealing.Open(key, secrets, Place(row.Id, "Secrets"));
        return new SealedFile(name, opened[..KeyRing.KeyBytes], opened[KeyRing.KeyBytes..], row.Bytes, row.Type);
    }

    /// <summary>That it is to be fetched. In no hurry beside a call for help.</summary>
    /// <param name="conversation">In whose chat it need not stay once it is here.</param>
    public static OutboxRow Fetch(EvidenceRow row, ConversationKey conversation)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new OutboxRow
        {
            Kind = OutboxKind.Fetch,
            Lane = EventLane.Other,
            MessageId = row.Id,
            Body = $"{row.Id:N}|{conversation}",
            CreatedUtc = row.ReceivedUtc,
            DueUtc = row.ReceivedUtc,
        };
    }

    /// <summary>The file that is owed, and the conversation; null for a row of a build that did not write it down.</summary>
    public static (Guid File, ConversationKey? Conversation) ReadFetch(OutboxRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var parts = row.Body.Split('|');
        return (Guid.ParseExact(parts[0], "N"), parts.Length > 1 ? ConversationKey.FromBytes(Convert.FromHexString(parts[1])) : null);
    }

    private static SealedPlace Place(Guid id, string field) => new(Table, id.ToString("N"), field);
}
