using System.Net.Mail;

namespace Senim.Routing.Alerts.Account;

/// <summary>Addresses as people write them, in the one form in which they are kept.</summary>
internal static class AlertAddressForms
{
    /// <summary>RFC 5321: 254 octets with the path's brackets taken off.</summary>
    private const int MostMailChars = 254;

    /// <returns>Null when it is none of that way.</returns>
    public static string? Read(AlertWay way, string text) => way switch
    {
        AlertWay.Email => Mail(text.Trim()),
        AlertWay.Sms => Number(text),
        _ => null,
    };

    private static string? Mail(string text) =>
        text.Length <= MostMailChars && text.All(letter => letter is > ' ' and < '\u007f' and not ('<' or '>' or '"')) && MailAddress.TryCreate(text, out var mail) && mail.Address == text
            ? text
            : null;

    /// <summary>E.164; the 8 by which people in Kazakhstan begin a number is the country's +7.</summary>
    private static string? Number(string text)
    {
        var digits = string.Concat(text.Where(letter => !(letter is ' ' or '-' or '(' or ')' or '\u00a0')));
        if (digits.Length == 11 && digits[0] == '8')
            digits = "+7" + digits[1..];
        return digits.Length is >= 9 and <= 16 && digits[0] == '+' && digits[1] != '0' && digits.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 ? digits : null;
    }
}
