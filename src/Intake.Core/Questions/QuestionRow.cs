namespace Senim.Intake.Questions;

/// <summary>A question put to a reporter: codes and times in clear, what is asked and answered sealed with the signal's data key.</summary>
public sealed class QuestionRow
{
    public Guid Id { get; set; }

    public Guid SignalId { get; set; }

    public Guid DataKeyId { get; set; }

    /// <summary>One of <see cref="QuestionCodes"/>.</summary>
    public string Code { get; set; } = "";

    /// <summary>The language in which it is asked.</summary>
    public Language Language { get; set; }

    /// <summary>Id of the account; null when the service itself asks.</summary>
    public string? AskedBy { get; set; }

    public DateTime AskedUtc { get; set; }

    public QuestionState State { get; set; }

    public DateTime? PushedUtc { get; set; }

    public DateTime? ReadUtc { get; set; }

    public DateTime? AnsweredUtc { get; set; }

    /// <summary>When it came back to the officer, not read in the promised time.</summary>
    public DateTime? ReturnedUtc { get; set; }

    /// <summary>One of <see cref="QuestionBars"/>; null when nothing stands in the way.</summary>
    public string? Bar { get; set; }

    /// <summary>The officer's own words, sealed; null for a ready question.</summary>
    public byte[]? Content { get; set; }

    /// <summary>A <see cref="QuestionAnswer"/>, sealed; null while there is none.</summary>
    public byte[]? Answer { get; set; }
}

/// <summary>What a turn changes of a question.</summary>
/// <param name="Answer">Sealed; null while there is none.</param>
public sealed record QuestionWrite(
    Guid Id,
    QuestionState State,
    DateTime? PushedUtc,
    DateTime? ReadUtc,
    DateTime? AnsweredUtc,
    DateTime? ReturnedUtc,
    string? Bar,
    byte[]? Answer);
