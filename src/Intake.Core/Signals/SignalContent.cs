using Senim.Intake.Doors;
using Senim.Intake.Triage;

namespace Senim.Intake.Signals;

/// <summary>What a signal says, in the reporter's own words. Only ever stored sealed with the signal's data key.</summary>
public sealed record SignalContent
{
    /// <summary>
    /// Everything the reporter wrote, in the order in which it came, but for what <see cref="NotKept"/> counts. Nothing is removed from it,
    /// unless more came than there is room for: then the last parts give way to newer ones.
    /// </summary>
    public IReadOnlyList<StoryPart> Story { get; init; } = [];

    /// <summary>The latest answer to each question that was answered.</summary>
    public IReadOnlyList<SignalAnswer> Answers { get; init; } = [];

    /// <summary>Why triage set this urgency, with the words it rests on.</summary>
    public IReadOnlyList<TriageReason> Reasons { get; init; } = [];

    /// <summary>The place in the reporter's words, as typed; null when it was chosen from a list or not given.</summary>
    public string? PlaceText { get; init; }

    /// <summary>The door by which the reporter came; null where there was none, or the reporter said that it is elsewhere.</summary>
    public PassedDoor? Door { get; init; }

    /// <summary>Voice notes, pictures and files that came and that nobody has heard or seen.</summary>
    public int UnheardMedia { get; init; }

    /// <summary>Messages that came too thick, or beyond all room, and are counted only: most of them said again what is kept.</summary>
    public int NotKept { get; init; }

    /// <summary>Everything was asked, answered or passed over; a signal of danger is sent long before.</summary>
    public bool IsFinished { get; init; }
}

/// <param name="Text">Words as they were written.</param>
/// <param name="ReceivedUtc">When they reached us.</param>
/// <param name="Question">The question that stood open, by its code; null after the receipt.</param>
public sealed record StoryPart(string Text, DateTime ReceivedUtc, string? Question);

/// <param name="Question">Code of the question.</param>
/// <param name="Choices">Codes of the answers chosen.</param>
public sealed record SignalAnswer(string Question, IReadOnlyList<string> Choices);
