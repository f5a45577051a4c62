using System.Security.Cryptography;

namespace Senim.Intake.Doors;

/// <summary>
/// The code of a door, for example <c>KX7P4TA9</c>: eight signs, the first a letter. The letters look the same in Latin and Cyrillic and may be
/// typed in either; none of the digits is mistaken for a letter. With two digits at least it is no word of any language. Random: 1.5 thousand
/// million, so that nobody finds a door by trying. Fits a start parameter of Telegram (1-64 characters of A-Z a-z 0-9 _ -) and an SMS.
/// </summary>
public static class DoorCode
{
    public const int Length = 8;

    private const string Letters = "ACEHKMPTX";
    private const string AsCyrillic = "АСЕНКМРТХ";
    private const string Digits = "245679";
    private const int Half = Length / 2;
    private const int FewestDigits = 2;

    /// <summary>A fresh one.</summary>
    public static string New()
    {
        while (true)
        {
            var code = RandomNumberGenerator.GetString(Letters, 1) + RandomNumberGenerator.GetString(Letters + Digits, Length - 1);
            if (HasForm(code))
                return code;
        }
    }

    /// <summary>In two halves, "KX7P 4TA9", as it is read from a wall.</summary>
    public static string Write(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return $"{code[..Half]} {code[Half..]}";
    }

    /// <returns>The code that is the whole text, whatever its case, script, and the space or hyphen in its middle; null for anything else.</returns>
    public static string? Read(string? text) => ReadFirst(text) is { After: "" } read ? read.Code : null;

    /// <returns>The code at the beginning of a text, and the words after it as they came; null when it begins with anything else.</returns>
    public static (string Code, string After)? ReadFirst(string? text)
    {
        if (text is null)
            return null;
        Span<char> code = stackalloc char[Length];
        var (count, at) = (0, SkipSigns(text, 0));
        for (; at < text.Length && count < Length; at++)
        {
            if (count == Half && text[at] is ' ' or '-' && at + 1 < text.Length && Sign(text[at + 1]) is not null)
                continue;
            if (Sign(text[at]) is not { } sign)
                break;
            code[count++] = sign;
        }

        if (count < Length || (at < text.Length && char.IsLetterOrDigit(text[at])) || !HasForm(code))
            return null;
        var rest = SkipSigns(text, at);
        return (code.ToString(), text[rest..]);
    }

    private static int SkipSigns(string text, int from)
    {
        while (from < text.Length && (char.IsWhiteSpace(text[from]) || text[from] is ',' or '.' or ':' or ';' or '-' or '"' or '«' or '»' or '#'))
            from++;
        return from;
    }

    private static char? Sign(char typed)
    {
        var upper = char.ToUpperInvariant(typed);
        if (Letters.Contains(upper) || Digits.Contains(upper))
            return upper;
        var cyrillic = AsCyrillic.IndexOf(upper);
        return cyrillic < 0 ? null : Letters[cyrillic];
    }

    private static bool HasForm(ReadOnlySpan<char> code)
    {
        var digits = 0;
        foreach (var sign in code)
            digits += char.IsAsciiDigit(sign) ? 1 : 0;
        return digits >= FewestDigits && !char.IsAsciiDigit(code[0]);
    }
}
