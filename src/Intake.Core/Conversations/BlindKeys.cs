using System.Buffers.Binary;

namespace Senim.Intake.Conversations;

/// <summary>A conversation under its keyed hash: 16 bytes of an HMAC, from which nobody without the lookup key finds the chat.</summary>
public readonly record struct ConversationKey(UInt128 Value) : IComparable<ConversationKey>
{
    public const int Bytes = 16;

    public static ConversationKey FromBytes(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    public int CompareTo(ConversationKey other) => Value.CompareTo(other.Value);

    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}

/// <summary>
/// One delivery of one message by a provider, made by its channel: 24 bytes that are the same when the provider repeats itself
/// and say nothing about whose message it was. Kept for ever.
/// </summary>
public readonly record struct DeliveryKey(ulong Account, ulong Number, ulong Hash) : IComparable<DeliveryKey>
{
    public const int Bytes = 24;

    public static DeliveryKey FromBytes(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]));

    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Account);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), Number);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(16), Hash);
        return bytes;
    }

    public int CompareTo(DeliveryKey other) =>
        Account != other.Account ? Account.CompareTo(other.Account)
        : Number != other.Number ? Number.CompareTo(other.Number)
        : Hash.CompareTo(other.Hash);

    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}
