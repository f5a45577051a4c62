using System.Globalization;
using System.Security.Cryptography;

namespace Senim.Bots.Channels.WebChat;

/// <summary>A web conversation as its page knows it: 128 random bits, 32 hexadecimal digits. Nothing is stored under it, only under its keyed hash.</summary>
internal readonly record struct WebConversationId(UInt128 Value)
{
    public const int Bytes = 16;
    private const int Digits = 2 * Bytes;

    public static WebConversationId New()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(bytes);
        return FromBytes(bytes);
    }

    public static WebConversationId FromBytes(ReadOnlySpan<byte> bytes) =>
        new(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));

    public void WriteTo(Span<byte> bytes) => System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);

    public static bool TryParse(string? text, out WebConversationId id)
    {
        var isId = UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && text!.Length == Digits;
        id = new WebConversationId(value);
        return isId;
    }

    /// <summary>The id of one line, as clients see it.</summary>
    public string Line(int number) => string.Create(CultureInfo.InvariantCulture, $"{this}|{number:D7}");

    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
