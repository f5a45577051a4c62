namespace Senim.Intake.Triage.Weighing;

/// <summary>A stretch of a message with what it weighs.</summary>
/// <param name="From">First word.</param>
/// <param name="To">The word after the last.</param>
internal readonly record struct Stretch(int From, int To, bool IsOneSentence, Sums Sums, int Read)
{
    /// <summary>Fewer known words say nothing by weight: names, places, greetings, "ok".</summary>
    private const int FewestRead = 3;

    /// <summary>From so many on a sum stands as it is.</summary>
    private const int EnoughRead = 5;
    private const float DoubtPerWord = 0.25f;

    /// <summary>As many words as let a calm telling be told from a cry.</summary>
    private const int EnoughForCalm = 7;

    /// <summary>Whether enough of it was read for its weight to mean anything: most of its words, and not one or two.</summary>
    public bool Counts => Read >= FewestRead && Read * 2 > To - From;

    public bool CountsAsCalm => Read >= EnoughForCalm && Counts;

    /// <summary>What it weighs, less a doubt for each word that a short stretch lacks.</summary>
    public float Weight(Scale scale) => Sums[scale] - (DoubtPerWord * Math.Max(0, EnoughRead - Read));
}
