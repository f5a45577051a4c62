namespace Senim.Intake.Triage.Weighing;

/// <summary>The stretches of a message and what they weigh.</summary>
internal sealed class WeighedMessage(WordSums words, IReadOnlyList<Stretch> stretches)
{
    private const int LongestSaying = 8;

    /// <summary>The stretch that weighs most on a scale, among those of which enough was read.</summary>
    public Stretch? Heaviest(Scale scale)
    {
        Stretch? heaviest = null;
        foreach (var stretch in stretches)
        {
            if (stretch.Counts && !(heaviest?.Weight(scale) >= stretch.Weight(scale)))
                heaviest = stretch;
        }

        return heaviest;
    }

    /// <summary>The most that any stretch with this word in it weighs; null where the word's own sentence is too short to tell.</summary>
    public float? MostAround(int word, Scale scale)
    {
        var most = float.MinValue;
        var counts = false;
        foreach (var stretch in stretches)
        {
            if (!stretch.Counts || word < stretch.From || word >= stretch.To)
                continue;
            counts |= stretch.IsOneSentence && stretch.CountsAsCalm;
            most = MathF.Max(most, stretch.Sums[scale]);
        }

        return counts ? most : null;
    }

    /// <summary>The few words in a row that weigh most within a stretch: they are what the reason quotes.</summary>
    public (int First, int Last) Saying(Stretch stretch, Scale scale)
    {
        var (first, last, most) = (stretch.From, stretch.From, float.MinValue);
        for (var from = stretch.From; from < stretch.To; from++)
        {
            var sum = 0f;
            for (var to = from; to < stretch.To && to < from + LongestSaying; to++)
            {
                sum += words.Weight(to, scale);
                if (sum > most)
                    (first, last, most) = (from, to, sum);
            }
        }

        return (first, last);
    }
}
