using System.Buffers;

namespace Senim.Intake.Places;

/// <summary>A guess at the language a place was typed in, only to choose the language of the names shown back.</summary>
internal static class PlaceLanguage
{
    private static readonly SearchValues<char> OnlyKazakh = SearchValues.Create("әғқңөұүһі");

    private static readonly string[] KazakhWords =
        ["аудан", "облыс", "қала", "кала", "ауыл", "тұра", "тура", "мектеп", "көше", "коше", "мен ", "біз", "биз"];

    private static readonly string[] LatinKazakhWords = ["audan", "oblys", "qala", "kala", "auyl", "awyl", "tura", "mektep"];

    private static readonly string[] LatinRussianWords = ["raion", "rayon", "oblast", "gorod", "selo", "zhivu", "jivu", "shkola", "ulitsa"];

    /// <summary>"kk", "ru" or "en".</summary>
    public static string Of(string text)
    {
        var start = text[..Math.Min(text.Length, 1000)].ToLowerInvariant();
        if (start.AsSpan().IndexOfAnyInRange('\u0400', '\u052F') >= 0)
            return start.AsSpan().IndexOfAny(OnlyKazakh) >= 0 || Has(start, KazakhWords) ? "kk" : "ru";
        return Has(start, LatinKazakhWords) ? "kk" : Has(start, LatinRussianWords) ? "ru" : "en";
    }

    private static bool Has(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));
}
