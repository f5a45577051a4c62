using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Senim.Intake.Privacy;

/// <summary>
/// AES-256-GCM with a random 96-bit nonce. Additional data binds table, row and field, so that a sealed value moved to another
/// place does not open. Form: format (1 byte), key version (4, big endian; 0 for a data key), nonce (12), tag (16), ciphertext.
/// </summary>
public static class Sealing
{
    private const byte Format = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 5;

    /// <summary>Bytes by which a sealed value is longer than the plain one.</summary>
    public const int Overhead = HeaderBytes + NonceBytes + TagBytes;

    public static byte[] Seal(MasterKey key, ReadOnlySpan<byte> plain, SealedPlace place)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Seal(key.Version(key.Newest), key.Newest, plain, place);
    }

    public static byte[] Seal(DataKey key, ReadOnlySpan<byte> plain, SealedPlace place)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Seal(key.Bytes, 0, plain, place);
    }

    /// <exception cref="CryptographicException">Wrong key, wrong place, or changed bytes.</exception>
    public static byte[] Open(MasterKey key, ReadOnlySpan<byte> sealedValue, SealedPlace place)
    {
        ArgumentNullException.ThrowIfNull(key);
        CheckForm(sealedValue);
        return OpenWith(key.Version(BinaryPrimitives.ReadInt32BigEndian(sealedValue[1..])), sealedValue, place);
    }

    /// <exception cref="CryptographicException">Wrong key, wrong place, or changed bytes.</exception>
    public static byte[] Open(DataKey key, ReadOnlySpan<byte> sealedValue, SealedPlace place)
    {
        ArgumentNullException.ThrowIfNull(key);
        CheckForm(sealedValue);
        return OpenWith(key.Bytes, sealedValue, place);
    }

    private static byte[] Seal(ReadOnlySpan<byte> key, int version, ReadOnlySpan<byte> plain, SealedPlace place)
    {
        var sealedValue = new byte[Overhead + plain.Length];
        sealedValue[0] = Format;
        BinaryPrimitives.WriteInt32BigEndian(sealedValue.AsSpan(1), version);
        var nonce = sealedValue.AsSpan(HeaderBytes, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            nonce,
            plain,
            sealedValue.AsSpan(Overhead),
            sealedValue.AsSpan(HeaderBytes + NonceBytes, TagBytes),
            place.ToAdditionalData());
        return sealedValue;
    }

    private static byte[] OpenWith(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedValue, SealedPlace place)
    {
        var plain = new byte[sealedValue.Length - Overhead];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            sealedValue.Slice(HeaderBytes, NonceBytes),
            sealedValue[Overhead..],
            sealedValue.Slice(HeaderBytes + NonceBytes, TagBytes),
            plain,
            place.ToAdditionalData());
        return plain;
    }

    private static void CheckForm(ReadOnlySpan<byte> sealedValue)
    {
        if (sealedValue.Length < Overhead || sealedValue[0] != Format)
            throw new CryptographicException("Not a sealed value of a known form.");
    }
}

/// <summary>Where a sealed value lies: it opens nowhere else.</summary>
public readonly record struct SealedPlace(string Table, string Row, string Field)
{
    internal byte[] ToAdditionalData() => Encoding.UTF8.GetBytes($"{Table}|{Row}|{Field}");
}
