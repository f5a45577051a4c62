using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Senim.Intake.Conversations;
using Senim.Intake.Signals;

namespace Senim.Intake.Privacy;

/// <summary>Keyed hashes (HMAC-SHA-256 under the lookup key) that stand where an identity would otherwise have to be stored.</summary>
public sealed class BlindIndex(KeyRing keys)
{
    /// <summary>The conversation of one account on one channel (a chat id, a phone number, a web conversation id).</summary>
    public ConversationKey Conversation(ChannelKind channel, string account)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(hash, $"conversation|{channel}|{account}");
        return ConversationKey.FromBytes(hash);
    }

    /// <summary>A delivery that is known only by content: 24 bytes of hash.</summary>
    public DeliveryKey Delivery(string content)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(hash, $"delivery|{content}");
        return DeliveryKey.FromBytes(hash);
    }

    /// <summary>A delivery with a provider's number, which alone is not trusted to be unique: number in clear, 8 bytes of hash.</summary>
    public DeliveryKey Delivery(long account, long number, string content)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(hash, $"delivery|{content}");
        return new DeliveryKey(unchecked((ulong)account), unchecked((ulong)number), BinaryPrimitives.ReadUInt64BigEndian(hash));
    }

    /// <summary>A code for another phone: 16 bytes.</summary>
    /// <param name="digits">As <see cref="Codes.AccessCode.Read"/> gives them.</param>
    public byte[] AccessCode(string digits)
    {
        Span<byte> hash = stackalloc byte[32];
        Hash(hash, $"code|{digits}");
        return hash[..Codes.AccessCodeRow.HashBytes].ToArray();
    }

    /// <summary>The time-out of one conversation at one moment: the same on every node.</summary>
    public DeliveryKey TimeOut(ConversationKey conversation, DateTime dueUtc) =>
        Delivery($"time-out|{conversation}|{dueUtc.ToUnixMilliseconds()}");

    private void Hash(Span<byte> hash, string content)
    {
        var text = Encoding.UTF8.GetBytes(content);
        HMACSHA256.HashData(keys.Lookup, text, hash);
        CryptographicOperations.ZeroMemory(text);
    }
}
