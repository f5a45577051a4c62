using Senim.Intake.Signals;

namespace Senim.Intake.Notes;

/// <summary>
/// What staff write about a case: kept sealed with the data key of its signal, so that it goes when the signal does. Who may read and write is
/// the caller's to decide, before the call.
/// </summary>
public interface ICaseNotes
{
    /// <summary>The notes of a signal by their ids; those whose words were erased are left out.</summary>
    Task<IReadOnlyDictionary<Guid, CaseNote>> ListAsync(SignalId signal, CancellationToken cancellationToken);

    /// <summary>Keeps a note. One with an id that is there already is that one.</summary>
    /// <param name="id">Made where the note is written, so that pressing twice writes once.</param>
    /// <param name="staffId">Id of the account that writes.</param>
    /// <returns>False when there is no such signal, or its words have been erased.</returns>
    Task<bool> WriteAsync(SignalId signal, Guid id, CaseNote note, string staffId, CancellationToken cancellationToken);
}

/// <param name="Text">In the officer's own words.</param>
public sealed record CaseNote(string? Text)
{
    /// <summary>Characters of <see cref="Text"/>, and of each field of a call.</summary>
    public const int MostChars = 4000;

    /// <summary>The number under which another body has it.</summary>
    public string? Reference { get; init; }

    /// <summary>The call for help in an emergency.</summary>
    public EmergencyCall? Call { get; init; }
}

/// <summary>Who was called in an emergency; where nobody was, the note's text says why.</summary>
/// <param name="Number">One of <see cref="Numbers"/>.</param>
/// <param name="AtUtc">When.</param>
/// <param name="By">Who called, as the officer writes it.</param>
public sealed record EmergencyCall(string Number, DateTime AtUtc, string By)
{
    public static IReadOnlyList<string> Numbers { get; } = ["102", "103", "112"];
}
