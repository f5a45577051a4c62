namespace Senim.Intake.Questions;

/// <summary>What routing learns of a question: ids, codes and times only.</summary>
public sealed record QuestionEvent
{
    public const string Stepped = "QuestionStepped";

    public required Guid QuestionId { get; init; }

    public required Guid SignalId { get; init; }

    /// <summary>Grows with the steps of one signal's conversation; 0 for the asking itself, which says nothing of <see cref="Unread"/>.</summary>
    public required int Version { get; init; }

    /// <summary>One of <see cref="QuestionCodes"/>.</summary>
    public required string Code { get; init; }

    public required QuestionStep Step { get; init; }

    /// <summary>Id of the account that asked; null for a step that nobody of staff made.</summary>
    public string? By { get; init; }

    public required DateTime AtUtc { get; init; }

    /// <summary>Questions of the signal that came back to the officer, not read in the promised time, and are not read yet.</summary>
    public int Unread { get; init; }
}

public enum QuestionStep
{
    Asked,
    Pushed,
    Read,
    Skipped,
    Answered,

    /// <summary>Not read in the promised time: it is the officer's again.</summary>
    Returned,
}
