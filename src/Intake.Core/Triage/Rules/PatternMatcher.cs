namespace Senim.Intake.Triage.Rules;

/// <summary>Words of a message that a pattern took.</summary>
/// <param name="Taken">Indexes of the words taken, ascending.</param>
/// <param name="Core">Those that say what is done, not only who.</param>
internal sealed record PatternMatch(int[] Taken, int[] Core)
{
    public int First => Taken[0];

    public int Last => Taken[^1];
}

/// <summary>Finds patterns around a word. Work at one word is bounded by the window, whatever the message is.</summary>
internal static class PatternMatcher
{
    /// <summary>Most words between the terms of one pattern.</summary>
    private const int Window = 8;

    public static PatternMatch? MatchAt(ReadMessage message, Pattern pattern, int start, Func<int, bool> isFiller)
    {
        var taken = message.Scratch;
        taken.Clear();
        if (!TryTerm(message, pattern.Terms[pattern.Anchor], 0, start, taken))
            return null;
        for (var i = 0; i < pattern.Terms.Length; i++)
        {
            if (i != pattern.Anchor && !TryNear(message, pattern.Terms[i], start, taken))
                return null;
        }

        int[] words = [.. taken.Select(t => t.Word).Order()];
        if (pattern.WholeMessage && !IsWhole(message, words, isFiller))
            return null;
        int[] core = [.. taken.Where(t => !t.Names).Select(t => t.Word).Order()];
        return new PatternMatch(words, core);
    }

    private static bool TryNear(ReadMessage message, PatternItem[] term, int anchor, List<(int Word, bool Names)> taken)
    {
        var last = anchor;
        foreach (var (word, _) in taken)
            last = Math.Max(last, word);
        for (var distance = 1; distance <= Window; distance++)
        {
            if (TryAt(anchor - distance) || TryAt(last + distance) || TryAt(anchor + distance))
                return true;
        }

        return false;

        bool TryAt(int word) =>
            word >= 0 && word < message.Words.Length && message.SameSentence(word, anchor) && TryTerm(message, term, 0, word, taken);
    }

    private static bool TryTerm(ReadMessage message, PatternItem[] term, int item, int word, List<(int Word, bool Names)> taken)
    {
        foreach (var (atom, end) in message.FoundAt(word))
        {
            if (Array.IndexOf(term[item].Atoms, atom) < 0 || Overlaps(taken, word, end))
                continue;
            var before = taken.Count;
            for (var w = word; w < end; w++)
                taken.Add((w, term[item].Names));
            if (item + 1 == term.Length || TryNext(end))
                return true;
            taken.RemoveRange(before, taken.Count - before);
        }

        return false;

        bool TryNext(int end)
        {
            for (var next = end; next <= end + term[item + 1].MaxGap && next < message.Words.Length; next++)
            {
                if (!message.SameSentence(next, word))
                    return false;
                if (TryTerm(message, term, item + 1, next, taken))
                    return true;
            }

            return false;
        }
    }

    private static bool Overlaps(List<(int Word, bool Names)> taken, int start, int end)
    {
        foreach (var (word, _) in taken)
        {
            if (word >= start && word < end)
                return true;
        }

        return false;
    }

    private static bool IsWhole(ReadMessage message, int[] words, Func<int, bool> isFiller)
    {
        for (var i = 0; i < message.Words.Length; i++)
        {
            if (Array.BinarySearch(words, i) < 0 && !isFiller(i))
                return false;
        }

        return true;
    }
}
