using System.Text;
using Senim.Intake.Triage.Reading;

namespace Senim.Intake.Likeness;

/// <summary>
/// The words of a text as triage reads them, each cut to the letters that its forms share: Kazakh and Russian put endings behind the stem, so
/// that five letters are enough to tell words apart and forms of one together. Latin letters stand for the Cyrillic ones they are typed for.
/// </summary>
internal static class Stems
{
    private const int StemLetters = 5;

    /// <summary>Shorter words bind others and say nothing; a number says much, however short: a school, a class, a house.</summary>
    private const int FewestLetters = 3;

    public static HashSet<string> Of(IEnumerable<string> texts)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var word in WordReader.Read(text).Words)
            {
                var letters = Cyrillic(word.Letters);
                if (letters.All(char.IsDigit) || letters.Length >= FewestLetters)
                    stems.Add(letters.Length > StemLetters ? letters[..StemLetters] : letters);
            }
        }

        return stems;
    }

    /// <summary>The first thing that each Latin letter, or pair of them, may stand for.</summary>
    private static string Cyrillic(string word)
    {
        if (Scripts.Of(word) != Script.Latin)
            return word;
        var letters = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length;)
        {
            var reading = Spelling.From(word[i], Script.Latin)
                .Where(known => string.CompareOrdinal(word, i, known.Typed, 0, known.Typed.Length) == 0)
                .MaxBy(known => known.Typed.Length);
            letters.Append(reading?.Letters ?? word[i].ToString());
            i += reading?.Typed.Length ?? 1;
        }

        return letters.ToString();
    }
}
