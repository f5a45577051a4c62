using System.Globalization;

namespace Senim.Bots.Channels.Sms;

/// <summary>
/// Words that turn our texts off and on, when they are all that a message says: "stop" inside a cry for help is none.
/// </summary>
internal static class StopWords
{
    private static readonly HashSet<string> Stop =
        new(["STOP", "СТОП", "ТОҚТА", "ТОҚТАТ", "ТОКТАТ", "ТОКТА", "ОТПИСКА"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Start = new(["START", "UNSTOP", "СТАРТ"], StringComparer.OrdinalIgnoreCase);

    private static readonly int Longest = Stop.Concat(Start).Max(word => word.Length);

    /// <returns>The flow's command; null for everything else.</returns>
    public static string? Command(string body)
    {
        var word = Bare(body);
        if (word.Length is 0 || word.Length > Longest)
            return null;
        var text = word.ToString();
        return Stop.Contains(text) ? "stop" : Start.Contains(text) ? "unstop" : null;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && IsBeside(text[0]))
            text = text[1..];
        while (text.Length > 0 && IsBeside(text[^1]))
            text = text[..^1];
        return text;
    }

    private static bool IsBeside(char letter) => char.IsWhiteSpace(letter) || char.IsPunctuation(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;
}
