using System.Globalization;
using Senim.Intake.Triage.Rules;

namespace Senim.Intake.Triage.Weighing;

/// <summary>
/// What is weighed of a word: the word, its beginnings (endings vary), its consonants (vowels are what children and Latin habits change), runs of
/// its letters (a slip leaves most of them), the groups of the lexicon that it belongs to (they speak for all languages at once), and the pairs it
/// makes with the two words before it in its sentence. Bounded work for each word.
/// </summary>
internal static class Features
{
    private const int StemLetters = 4;
    private const float Whole = 1f, Beginning = 0.7f, Consonants = 0.7f, Run = 0.35f, Pair = 1f, LoosePair = 0.7f, Opening = 0.7f, Asking = 1f, Group = 0.7f;

    public static void Of<TSink>(ReadMessage message, Lexicon lexicon, ref TSink sink)
        where TSink : IFeatureSink
    {
        var words = message.Words;
        Span<char> letters = stackalloc char[Skeleton.MostLetters];
        Span<char> feature = stackalloc char[Skeleton.MostLetters + 8];
        Span<char> stems = stackalloc char[3 * StemLetters];
        Span<int> lengths = stackalloc int[3];
        var groups = new List<string>();
        var place = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && words[i].Sentence != words[i - 1].Sentence)
                place = 0;
            sink.TakeWord(i, words[i].Letters);
            var number = Number(words[i].Letters, letters);
            var length = number > 0 ? number : Skeleton.Of(words[i].Letters, letters);
            OfGroups(message, lexicon, i, groups, ref sink);
            var slot = i % 3;
            lengths[slot] = Math.Min(length, StemLetters);
            letters[..lengths[slot]].CopyTo(stems[(slot * StemLetters)..]);
            var stem = stems.Slice(slot * StemLetters, lengths[slot]);
            for (var back = 1; back <= 2 && back <= place; back++)
            {
                var before = (i - back) % 3;
                sink.Take(i, Join(feature, back == 1 ? 'b' : 'c', stems.Slice(before * StemLetters, lengths[before]), stem), back == 1 ? Pair : LoosePair);
            }

            if (place == 0)
                sink.Take(i, Join(feature, '^', stem), Opening);
            if (message.AskingSentences.Contains(words[i].Sentence) && (i + 1 == words.Length || words[i + 1].Sentence != words[i].Sentence))
                sink.Take(i, "?", Asking);
            place++;
        }
    }

    /// <summary>Those that the word has whatever stands around it.</summary>
    public static void OfWord<TSink>(int word, string typed, ref TSink sink)
        where TSink : IFeatureSink
    {
        Span<char> buffer = stackalloc char[Skeleton.MostLetters];
        Span<char> feature = stackalloc char[Skeleton.MostLetters + 8];
        if (Number(typed, buffer) is var number and > 0)
        {
            sink.Take(word, Join(feature, 'w', buffer[..number]), Whole);
            return;
        }

        ReadOnlySpan<char> letters = buffer[..Skeleton.Of(typed, buffer)];
        if (letters.Length == 0)
            return;
        sink.Take(word, Join(feature, 'w', letters), Whole);
        for (var n = 4; n <= 6 && n < letters.Length; n++)
            sink.Take(word, Join(feature, 'p', letters[..n]), Beginning);
        feature[0] = 'k';
        var length = 1;
        foreach (var c in letters)
        {
            if (!Skeleton.IsVowel(c))
                feature[length++] = c;
        }

        if (length > 3)
            sink.Take(word, feature[..length], Consonants);
        for (var n = 3; n <= 4; n++)
        {
            // The word's two edges count as letters of it.
            for (var from = -1; from + n <= letters.Length + 1; from++)
                sink.Take(word, Edged(feature, letters, from, n), Run);
        }
    }

    private static void OfGroups<TSink>(ReadMessage message, Lexicon lexicon, int word, List<string> groups, ref TSink sink)
        where TSink : IFeatureSink
    {
        groups.Clear();
        foreach (var (atom, _) in message.FoundAt(word))
        {
            if (lexicon.GroupName(atom) is not { } name || groups.Contains(name))
                continue;
            groups.Add(name);
            sink.Take(word, name, Group);
        }
    }

    private static ReadOnlySpan<char> Edged(Span<char> feature, ReadOnlySpan<char> letters, int from, int n)
    {
        feature[0] = 'g';
        for (var i = 0; i < n; i++)
            feature[i + 1] = (uint)(from + i) < (uint)letters.Length ? letters[from + i] : '_';
        return feature[..(n + 1)];
    }

    private static ReadOnlySpan<char> Join(Span<char> feature, char kind, ReadOnlySpan<char> letters)
    {
        feature[0] = kind;
        letters.CopyTo(feature[1..]);
        return feature[..(letters.Length + 1)];
    }

    private static ReadOnlySpan<char> Join(Span<char> feature, char kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        feature[0] = kind;
        first.CopyTo(feature[1..]);
        feature[first.Length + 1] = ' ';
        second.CopyTo(feature[(first.Length + 2)..]);
        return feature[..(first.Length + second.Length + 2)];
    }

    /// <summary>A number says how old or how many, not which.</summary>
    private static int Number(string word, Span<char> written)
    {
        if (!char.IsAsciiDigit(word[0]) || !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return 0;
        written[0] = '#';
        written[1] = number switch { < 6 => '0', < 10 => '6', < 18 => 'a', < 100 => 'b', _ => 'c' };
        return 2;
    }
}
