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

    // "In" and "from": enough to tell "Семейде" from a Russian text when no other Kazakh word is there.
    private static readonly string[] KazakhEndings = ["да", "де", "та", "те", "дан", "ден", "тан", "тен", "дамын", "демін", "тамын"];

    private static readonly HashSet<string> EndAlike = ["караганда", "караганде", "алмата", "асыката", "алмате", "когда", "всегда", "иногда", "никогда", "вместе", "месте"];

    private static readonly HashSet<string> RussianWords =
        ["в", "во", "из", "на", "с", "я", "мы", "живу", "живем", "район", "районе", "р", "область", "области", "обл", "город", "городе", "г", "село", "селе", "школа"];

    /// <summary>"kk", "ru" or "en".</summary>
    public static string Of(string text)
    {
        var start = text[..Math.Min(text.Length, 1000)].ToLowerInvariant();
        if (start.AsSpan().IndexOfAnyInRange('\u0400', '\u052F') >= 0)
            return start.AsSpan().IndexOfAny(OnlyKazakh) >= 0 || Has(start, KazakhWords) || EndsAsKazakh(start) ? "kk" : "ru";
        return Has(start, LatinKazakhWords) ? "kk" : Has(start, LatinRussianWords) ? "ru" : "en";
    }

    private static bool Has(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));

    private static bool EndsAsKazakh(string text)
    {
        var words = text.Split([' ', ',', '.', '-', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return !Array.Exists(words, RussianWords.Contains) && Array.Exists(words, word =>
            word.Length >= 6 && !EndAlike.Contains(word) && Array.Exists(KazakhEndings, ending => word.EndsWith(ending, StringComparison.Ordinal)));
    }
}
