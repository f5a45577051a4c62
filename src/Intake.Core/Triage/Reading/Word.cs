namespace Senim.Intake.Triage.Reading;

/// <summary>One word as it was read.</summary>
/// <param name="Letters">Folded, repeated letters collapsed.</param>
/// <param name="Start">Where it begins in what was typed.</param>
/// <param name="End">Where it ends there, exclusive.</param>
/// <param name="Sentence">Number of its sentence within the message.</param>
/// <param name="Joined">Put together from letters typed apart ("у б ь е т").</param>
internal readonly record struct Word(string Letters, int Start, int End, int Sentence, bool Joined = false)
{
    /// <summary>For each letter where it began, only for joined words, which may hold several words.</summary>
    public int[]? LetterStarts { get; init; }
}
