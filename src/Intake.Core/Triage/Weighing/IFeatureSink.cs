namespace Senim.Intake.Triage.Weighing;

/// <summary>Takes the features of words as they are read.</summary>
internal interface IFeatureSink
{
    /// <summary>Asks for the features of one word by itself (<see cref="Features.OfWord"/>), which may be known already.</summary>
    void TakeWord(int word, string typed);

    /// <param name="word">Number of the word in the message.</param>
    /// <param name="feature">One letter for the kind, then what was seen.</param>
    /// <param name="value">How much a feature of that kind counts.</param>
    void Take(int word, ReadOnlySpan<char> feature, float value);
}
