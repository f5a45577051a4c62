using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Senim.Intake.Evidence.Files;

/// <summary>
/// The form of a sealed file: one byte of format, then chunks of 64 KiB (the last one shorter), each a tag and its ciphertext under
/// AES-256-GCM. A file has a key of its own, which seals nothing else, so that the chunk's number can be the nonce. Name, number and whether
/// it is the last stand in the additional data: chunks cannot be left out, moved, or taken from another file.
/// </summary>
/// <remarks>
/// The key is random and wrapped by the data key of the conversation rather than the data key itself: a file from the web chat is written
/// before its turn is, and while the database is away nobody knows that conversation's key.
/// </remarks>
internal static class FileSealing
{
    public const byte Format = 1;
    public const int ChunkBytes = 64 * 1024;
    public const int TagBytes = 16;
    private const int NonceBytes = 12;

    public static void Seal(AesGcm aes, string name, long number, bool isLast, ReadOnlySpan<byte> plain, Span<byte> tagAndText)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        aes.Encrypt(nonce, plain, tagAndText.Slice(TagBytes, plain.Length), tagAndText[..TagBytes], Place(name, number, isLast));
    }

    /// <exception cref="CryptographicException">Wrong key, wrong place, or changed bytes.</exception>
    public static void Open(AesGcm aes, string name, long number, bool isLast, ReadOnlySpan<byte> tagAndText, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        aes.Decrypt(nonce, tagAndText[TagBytes..], tagAndText[..TagBytes], plain, Place(name, number, isLast));
    }

    private static byte[] Place(string name, long number, bool isLast) => Encoding.UTF8.GetBytes($"Evidence|{name}|{number}|{(isLast ? "last" : "more")}");
}
