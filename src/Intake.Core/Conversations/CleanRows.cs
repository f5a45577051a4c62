using System.Buffers.Binary;
using Senim.Intake.Outbox;

namespace Senim.Intake.Conversations;

/// <summary>
/// That a chat is to be cleaned, as it lies in the outbox. A row names the conversation by its blind key alone; what is to be removed stands
/// sealed in the channel's memo, and is looked up then.
/// </summary>
public static class CleanRows
{
    /// <summary>The time has come that the channel named.</summary>
    public const string Due = "Clean";

    /// <summary>A file that the chat held is with us now.</summary>
    public const string FileKept = "FileKept";

    /// <summary>Each due time is a row of its own: one that is laid down while an earlier one is being done must not go with it.</summary>
    public static OutboxRow At(ConversationKey key, DateTime dueUtc, DateTime nowUtc)
    {
        var id = key.ToBytes();
        var last = id.AsSpan(id.Length - sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(last, BinaryPrimitives.ReadInt64BigEndian(last) ^ dueUtc.ToUnixMilliseconds());
        return Row(new Guid(id), Due, key, dueUtc, nowUtc);
    }

    /// <param name="file">Id of the file's row: each file is a row of its own here too.</param>
    public static OutboxRow After(Guid file, ConversationKey key, DateTime nowUtc)
    {
        var id = file.ToByteArray();
        id[^1] ^= 1;
        return Row(new Guid(id), FileKept, key, nowUtc, nowUtc);
    }

    public static ConversationKey Conversation(OutboxRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return ConversationKey.FromBytes(Convert.FromHexString(row.Body));
    }

    private static OutboxRow Row(Guid id, string type, ConversationKey key, DateTime dueUtc, DateTime nowUtc) => new()
    {
        Kind = OutboxKind.Clean,
        Lane = EventLane.Other,
        MessageId = id,
        Type = type,
        Body = key.ToString(),
        CreatedUtc = nowUtc,
        DueUtc = dueUtc,
    };
}
