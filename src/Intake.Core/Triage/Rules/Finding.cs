namespace Senim.Intake.Triage.Rules;

/// <summary>A sign found in what was said, with the urgency that it calls for there.</summary>
/// <param name="Sentence">Number of the sentence over all messages; -1 for an answer or an attachment.</param>
internal sealed record Finding(SignCode Sign, string Quote, Urgency Urgency, int Sentence)
{
    /// <summary>Whether a "now" said in a sentence of its own next to this one counts for it.</summary>
    public bool MayBeNow { get; init; }
}
