using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Senim.Intake.Privacy;

namespace Senim.Bots.Channels.WebChat;

/// <summary>
/// Tokens that open one conversation for a while: its id and the end of their life, signed. Any node with the lookup key checks them;
/// nothing is stored.
/// </summary>
internal sealed class WebTokens
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private const int TimeBytes = sizeof(long);
    private const int ContentBytes = WebConversationId.Bytes + TimeBytes;
    private const int TokenBytes = ContentBytes + HMACSHA256.HashSizeInBytes;

    private readonly TimeProvider _clock;
    private readonly byte[] _key = new byte[KeyRing.KeyBytes];

    public WebTokens(KeyRing keys, TimeProvider clock)
    {
        _clock = clock;

        // A key with a purpose of its own: a token is never a value that the lookup key makes elsewhere.
        HKDF.Expand(HashAlgorithmName.SHA256, keys.Lookup, _key, "web chat token, form 1"u8);
    }

    public string Issue(WebConversationId conversation)
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        conversation.WriteTo(token);
        BinaryPrimitives.WriteInt64BigEndian(token[WebConversationId.Bytes..], (_clock.GetUtcNow() + Life).ToUnixTimeSeconds());
        HMACSHA256.HashData(_key, token[..ContentBytes], token[ContentBytes..]);
        return Base64Url.EncodeToString(token);
    }

    public TokenCheck Check(string? text)
    {
        Span<byte> token = stackalloc byte[TokenBytes];
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (text is null || text.Length != Base64Url.GetEncodedLength(TokenBytes)
            || !Base64Url.TryDecodeFromChars(text, token, out var written) || written != TokenBytes)
            return new TokenCheck.Forged();
        HMACSHA256.HashData(_key, token[..ContentBytes], signature);
        if (!CryptographicOperations.FixedTimeEquals(signature, token[ContentBytes..]))
            return new TokenCheck.Forged();
        var ends = BinaryPrimitives.ReadInt64BigEndian(token[WebConversationId.Bytes..]);
        return _clock.GetUtcNow().ToUnixTimeSeconds() < ends
            ? new TokenCheck.Good(WebConversationId.FromBytes(token))
            : new TokenCheck.Expired();
    }
}

internal abstract record TokenCheck
{
    private TokenCheck()
    {
    }

    public sealed record Good(WebConversationId Conversation) : TokenCheck;

    public sealed record Expired : TokenCheck;

    /// <summary>None at all, of another form, or not signed by us.</summary>
    public sealed record Forged : TokenCheck;
}
