using System.Collections.Frozen;
using Senim.Intake;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>
/// The language of a text. On a phone without Kazakh letters Kazakh is written with Russian ones, and both in Latin letters, so that
/// letters alone do not tell.
/// </summary>
internal static class SmsLanguage
{
    private static readonly FrozenSet<string> Kazakh = new[]
    {
        "салем", "салеметсиз", "комек", "комектес", "комектесиндер", "мен", "мени", "маган", "менин", "жатыр", "жатр", "уйде", "мектепте", "керек", "калай",
        "жок", "балам", "баланы", "балалар", "калада", "ауылда", "айтайын", "коркып", "коркам", "урады", "казакша", "кауип", "бизди", "жане",
        "salem", "komek", "meni", "magan", "jatyr", "zhatyr", "kerek", "mektepte", "uide", "qorqam", "qazaqsha",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>None of them is a word of Russian or Kazakh in Latin letters, as "my" and "to" are.</summary>
    private static readonly FrozenSet<string> English = new[]
    {
        "im", "am", "me", "the", "is", "are", "was", "he", "she", "they", "we", "you", "hi", "hello", "hey", "help", "please", "and", "with", "because",
        "danger", "mom", "mum", "dad", "father", "mother", "school", "home", "need", "afraid", "scared", "someone", "english", "what", "who", "this",
        "hits", "hurts", "hurt", "want", "have", "has", "every", "day", "dont", "cannot", "there",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the words tell; null when they tell nothing (numbers, signs, Latin letters of another language).</summary>
    public static Language? Guess(string text)
    {
        if (ReportPhrases.Guess(text) == Language.Kk)
            return Language.Kk;
        var words = SmsWords.Of(text);
        if (words.Any(Kazakh.Contains))
            return Language.Kk;
        return ReportPhrases.Guess(text) ?? (words.Any(English.Contains) ? Language.En : null);
    }

    /// <summary>
    /// The language to go on in. Kazakh stays, since it is full of Russian words; the name of a place says nothing; otherwise newer words tell.
    /// </summary>
    public static Language? Next(Language? known, string text, ReportState present) =>
        known is Language.Kk || (known is not null && ReportCodes.IsAboutPlace(present)) ? known : Guess(text) ?? known;
}
