using Senim.Intake;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Turns;

/// <summary>A signal as it stands after this turn: the first time or changed. The whole of it, never a difference.</summary>
public sealed record SignalSubmission
{
    public required SignalId Id { get; init; }

    /// <summary>True when this turn makes the signal.</summary>
    public required bool IsNew { get; init; }

    public required SignalSource Source { get; init; }

    public required Language Language { get; init; }

    public required TriageResult Triage { get; init; }

    public required SignalContent Content { get; init; }

    public required string? PlaceCode { get; init; }

    public required bool Incomplete { get; init; }

    /// <summary>The reporter added words (not only corrected an answer).</summary>
    public required bool HasNewWords { get; init; }

    public required DueTimes Due { get; init; }
}
