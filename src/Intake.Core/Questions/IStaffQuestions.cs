using Senim.Intake.Signals;

namespace Senim.Intake.Questions;

/// <summary>Questions of staff to the reporter of a signal. Who may ask and read is the caller's to decide, before the call.</summary>
public interface IStaffQuestions
{
    /// <summary>All of a signal, the oldest first; those whose words were erased are left out.</summary>
    Task<IReadOnlyList<StaffQuestion>> ListAsync(SignalId signal, CancellationToken cancellationToken);

    /// <summary>Lays a question down to be brought to the reporter. One with an id that is there already is that one.</summary>
    /// <param name="staffId">Id of the account that asks.</param>
    Task<AskOutcome> AskAsync(SignalId signal, NewQuestion question, string staffId, CancellationToken cancellationToken);
}

/// <param name="Id">Made where the question is written, so that pressing twice asks once.</param>
/// <param name="Code">One of <see cref="QuestionCodes.Ready"/>, or <see cref="QuestionCodes.Own"/>.</param>
/// <param name="Text">The officer's own words; null for a ready question.</param>
public sealed record NewQuestion(Guid Id, string Code, Language Language, string? Text);

public enum AskOutcome
{
    Asked,

    /// <summary>There is no such signal, or its words have been erased.</summary>
    Absent,

    /// <summary>So many wait for an answer already that one more would only weigh on the reporter.</summary>
    TooMany,
}

/// <param name="Bubble">What the reporter sees, in the language of the question.</param>
/// <param name="AskedBy">Id of the account; null when the service itself asked.</param>
/// <param name="Bar">One of <see cref="QuestionBars"/>: why it cannot be answered; null when nothing stands in the way.</param>
public sealed record StaffQuestion(
    Guid Id,
    string Code,
    Language Language,
    string Bubble,
    string? AskedBy,
    DateTime AskedUtc,
    QuestionState State,
    DateTime? PushedUtc,
    DateTime? ReadUtc,
    DateTime? AnsweredUtc,
    DateTime? ReturnedUtc,
    string? Bar,
    QuestionAnswer? Answer);
