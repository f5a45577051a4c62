using Senim.Intake.Triage.Reading;

namespace Senim.Intake.Triage.Weighing;

/// <summary>
/// The stretches of a message that are weighed: each run of up to three sentences, a very long sentence in overlapping pieces. A stretch does not change
/// when more is written before or after it, so that more words never make a message less urgent; and a word by itself is no sentence to join.
/// </summary>
internal static class Stretches
{
    private const int MostSentences = 3;
    private const int FewestWordsToJoin = 2;
    private const int MostWords = 48;
    private const int Step = 24;

    /// <summary>Adds each stretch as first word and the word after the last.</summary>
    public static void Of(IReadOnlyList<Word> words, List<(int From, int To)> stretches)
    {
        var starts = new List<int>();
        for (var i = 0; i < words.Count; i++)
        {
            if (i == 0 || words[i].Sentence != words[i - 1].Sentence)
                starts.Add(i);
        }

        starts.Add(words.Count);
        for (var first = 0; first + 1 < starts.Count; first++)
        {
            AddPieces(starts[first], starts[first + 1], stretches);
            for (var last = first + 1; last < first + MostSentences && CanJoin(last - 1) && CanJoin(last) && starts[last + 1] - starts[first] <= MostWords; last++)
                stretches.Add((starts[first], starts[last + 1]));
        }

        bool CanJoin(int sentence) => sentence + 1 < starts.Count && starts[sentence + 1] - starts[sentence] >= FewestWordsToJoin;
    }

    private static void AddPieces(int from, int to, List<(int From, int To)> stretches)
    {
        if (to - from <= MostWords)
            stretches.Add((from, to));
        else
        {
            for (; from + Step < to; from += Step)
                stretches.Add((from, Math.Min(from + MostWords, to)));
        }
    }
}
