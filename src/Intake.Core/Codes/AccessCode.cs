using System.Security.Cryptography;

namespace Senim.Intake.Codes;

/// <summary>
/// The code by which a reporter opens their signal from another phone: sixteen random digits, written as four groups of four. One that
/// satisfies the check digit of bank cards (ISO/IEC 7812-1, Luhn) is never given out, so that the number of a card, which a reporter may
/// well have to tell, is never taken for a code.
/// </summary>
public static class AccessCode
{
    public const int Digits = 16;

    private const int GroupDigits = 4;

    /// <summary>A fresh one, digits only.</summary>
    public static string New()
    {
        while (true)
        {
            var code = RandomNumberGenerator.GetString("0123456789", Digits);
            if (!IsCard(code))
                return code;
        }
    }

    /// <summary>"1234 5678 9012 3456".</summary>
    public static string Write(string digits) => string.Join(' ', digits.Chunk(GroupDigits).Select(group => new string(group)));

    /// <returns>The digits of a code that is the whole message, spaces and signs between them apart; null for everything else.</returns>
    public static string? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> digits = stackalloc char[Digits];
        var count = 0;
        foreach (var sign in text)
        {
            if (char.IsDigit(sign))
            {
                if (count == Digits)
                    return null;
                digits[count++] = (char)('0' + (int)char.GetNumericValue(sign));
            }
            else if (!char.IsWhiteSpace(sign) && sign is not ('-' or '–' or '.' or '_'))
            {
                return null;
            }
        }

        var read = new string(digits[..count]);
        return count == Digits && !IsCard(read) ? read : null;
    }

    private static bool IsCard(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
