using System.Collections.Frozen;
using System.Text;

namespace Senim.Intake.Questions;

/// <summary>What must not be asked of a child, each with its code.</summary>
public enum QuestionHint
{
    /// <summary>"Why": sounds like blame, and is an interrogation.</summary>
    Why,

    /// <summary>Details of the act: retelling hurts and spoils evidence.</summary>
    Details,

    /// <summary>Names, addresses, telephone numbers: the reporter is anonymous.</summary>
    Names,

    /// <summary>What they did or did not do themselves.</summary>
    Blame,

    /// <summary>To meet alone.</summary>
    Alone,
}

/// <summary>
/// Looks whether an officer's own words ask what must not be asked. A hint, never a refusal: it is shown before sending, and a person decides.
/// </summary>
public static class QuestionHints
{
    /// <summary>Longer words do not hide in front of or behind a sign.</summary>
    private static readonly FrozenDictionary<QuestionHint, string[][]> Patterns = Load();

    /// <summary>Each kind once, in the order of <see cref="QuestionHint"/>.</summary>
    public static IReadOnlyList<QuestionHint> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words(text);
        return [.. Enum.GetValues<QuestionHint>().Where(hint => Patterns[hint].Any(pattern => Stands(pattern, words)))];
    }

    private static bool Stands(string[] pattern, List<string> words)
    {
        for (var start = 0; start + pattern.Length <= words.Count; start++)
        {
            var i = 0;
            while (i < pattern.Length && Is(pattern[i], words[start + i]))
                i++;
            if (i == pattern.Length)
                return true;
        }

        return false;
    }

    /// <summary>A star at the end stands for any ending.</summary>
    private static bool Is(string pattern, string word) => pattern is [.. var stem, '*']
        ? word.StartsWith(stem, StringComparison.Ordinal)
        : word == pattern;

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var sign in text.Append(' '))
        {
            if (char.IsLetterOrDigit(sign))
            {
                word.Append(char.ToLowerInvariant(sign) is var low && low == 'ё' ? 'е' : low);
            }
            else if (sign is not ('\'' or '’') && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    private static FrozenDictionary<QuestionHint, string[][]> Load()
    {
        using var stream = typeof(QuestionHints).Assembly.GetManifestResourceStream("Questions.hints.tsv")!;
        using var reader = new StreamReader(stream);
        var patterns = Enum.GetValues<QuestionHint>().ToDictionary(hint => hint, _ => new List<string[]>());
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var hint, _, var pattern])
                patterns[Enum.Parse<QuestionHint>(hint)].Add(pattern.Split(' '));
        }

        return patterns.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }
}
