namespace Senim.Intake.Places.Matching;

/// <summary>A Russian word typed with the keyboard still in English: "nfhfp" is "тараз".</summary>
internal static class KeyboardLayout
{
    private const string English = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private const string Russian = "йцукенгшщзхъфывапролджэячсмитьбюё";
    private const int MaxLetters = 60;

    /// <summary>The text as the Russian keys would have written it; null for long texts and for any with Cyrillic letters.</summary>
    public static string? AsRussian(string text) =>
        text.Length > MaxLetters || text.AsSpan().IndexOfAnyInRange('\u0400', '\u052F') >= 0
            ? null
            : string.Create(text.Length, text, (keys, typed) =>
            {
                for (var i = 0; i < typed.Length; i++)
                {
                    var at = English.IndexOf(char.ToLowerInvariant(typed[i]), StringComparison.Ordinal);
                    keys[i] = at < 0 ? typed[i] : Russian[at];
                }
            });
}
