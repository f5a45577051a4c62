using System.Text;

namespace Senim.Intake.Triage.Reading;

/// <summary>Cuts a message into words and sentences, keeping where each word stood. One pass, linear in the length.</summary>
internal static class WordReader
{
    private const int MaxWordLetters = 48;
    private const int FewestJoined = 4;

    public static (List<Word> Words, IReadOnlySet<int> AskingSentences) Read(string text)
    {
        var words = new List<Word>();
        var asking = new HashSet<int>();
        var letters = new StringBuilder(MaxWordLetters);
        int start = 0, end = 0, sentence = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var raw = text[i];
            if (Letters.IsDropped(raw))
                continue;
            if (char.IsHighSurrogate(raw) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                Close();
                words.Add(new Word(text.Substring(i, 2), i, i + 2, sentence));
                i++;
                continue;
            }

            var c = Letters.Fold(raw);
            if (char.IsLetterOrDigit(c) || (letters.Length > 0 && IsInner(c, text, i)))
            {
                if (letters.Length == 0)
                    start = i;
                if (letters.Length < MaxWordLetters && (letters.Length == 0 || letters[^1] != c || char.IsDigit(c)))
                    letters.Append(c);
                end = i + 1;
                continue;
            }

            Close();
            if (c is '.' or '!' or '?' or '\n' or '\r' or '…' or ';' && !IsSpacer(text, i))
            {
                if (c == '?')
                    asking.Add(sentence);
                sentence++;
            }
        }

        Close();
        return (JoinSpaced(words), asking);

        void Close()
        {
            if (letters.Length > 0)
                words.Add(new Word(letters.ToString().TrimEnd('\''), start, end, sentence));
            letters.Clear();
        }
    }

    private static bool IsInner(char c, string text, int i) =>
        c is '\'' or '@' or '$' && i + 1 < text.Length && char.IsLetter(text[i + 1]);

    /// <summary>A dot between two single letters ("у.б.ь.е.т") ends no sentence.</summary>
    private static bool IsSpacer(string text, int i) =>
        i > 0 && i + 1 < text.Length && text[i] == '.' && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1])
        && (i < 2 || !char.IsLetter(text[i - 2])) && (i + 2 >= text.Length || !char.IsLetter(text[i + 2]));

    private static List<Word> JoinSpaced(List<Word> words)
    {
        var read = new List<Word>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var last = i;
            while (IsSingle(words[last]) && last + 1 < words.Count && IsSingle(words[last + 1])
                && words[last].Sentence == words[last + 1].Sentence && words[last + 1].Start - words[last].End <= 3
                && last - i < MaxWordLetters)
                last++;
            if (last - i + 1 < FewestJoined)
            {
                read.Add(words[i++]);
                continue;
            }

            var run = words.GetRange(i, last - i + 1);
            read.Add(new Word(string.Concat(run.Select(w => w.Letters)), run[0].Start, run[^1].End, run[0].Sentence, Joined: true)
            {
                LetterStarts = [.. run.Select(w => w.Start), run[^1].End],
            });
            i = last + 1;
        }

        return read;
    }

    private static bool IsSingle(Word word) => word.Letters.Length == 1 && char.IsLetter(word.Letters[0]);
}
