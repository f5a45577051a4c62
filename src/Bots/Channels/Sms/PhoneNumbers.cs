using System.Buffers;

namespace Senim.Bots.Channels.Sms;

/// <summary>Forms of numbers and of Twilio's ids, as they stand in a form.</summary>
internal static class PhoneNumbers
{
    /// <summary>E.164: 15 digits at most.</summary>
    private const int MostDigits = 15;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<byte> HexBytes = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary><c>+</c>, a digit other than 0, and up to 14 more.</summary>
    public static bool IsE164(ReadOnlySpan<byte> text) =>
        text.Length is >= 3 and <= MostDigits + 1 && text[0] == '+' && text[1] != '0' && !text[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>What texts can be sent from and answered to: E.164, or a short code of 3 to 8 digits.</summary>
    public static bool IsSender(string text) => text.StartsWith('+')
        ? text.Length is >= 3 and <= MostDigits + 1 && text[1] != '0' && IsDigits(text.AsSpan(1))
        : text.Length is >= 3 and <= 8 && IsDigits(text);

    /// <summary>A message's id: <c>SM</c> or <c>MM</c>, and 32 hexadecimal digits.</summary>
    public static bool IsMessageSid(ReadOnlySpan<byte> text) =>
        text.Length == 34 && text[0] is (byte)'S' or (byte)'M' && text[1] == 'M' && !text[2..].ContainsAnyExcept(HexBytes);

    public static bool ContainsOnlyHex(this ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Hex);

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
