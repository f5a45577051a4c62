using Senim.Desk.Texts;
using Senim.Intake.Notes;
using Senim.Routing.Queues;

namespace Senim.Desk.Pages.Cases;

/// <summary>A form of a step as it was sent: each form has some of these fields.</summary>
public sealed record StepEntry
{
    public StaffStepKind Kind { get; init; }

    public Guid Id { get; init; }

    public string? Text { get; init; }

    public string? Reference { get; init; }

    /// <summary>A local time, as browsers send it.</summary>
    public string? When { get; init; }

    /// <summary>What was chosen: a colleague, a unit, a body, an ending, or the number that was called.</summary>
    public string? Choice { get; init; }

    /// <summary>Who called.</summary>
    public string? By { get; init; }

    /// <summary>The version of the signal that was read.</summary>
    public int Seen { get; init; }

    /// <summary>What was written; null for nothing.</summary>
    public string? Words => Plain(Text, CaseNote.MostChars);

    /// <summary>Null when something that was chosen cannot be read.</summary>
    public StaffStep? ToStep() => Kind switch
    {
        StaffStepKind.Begin => new StaffStep.Begin { Id = Id },
        StaffStepKind.Name => Choice is { Length: > 0 } colleague ? new StaffStep.Name(colleague) { Id = Id } : null,
        StaffStepKind.HandBack => new StaffStep.HandBack { Id = Id, Note = Note },
        StaffStepKind.PlanVisit => LocalTime.Read(When) is { } planned ? new StaffStep.PlanVisit(planned) { Id = Id, Note = Note } : null,
        StaffStepKind.RecordVisit => new StaffStep.RecordVisit { Id = Id, Note = Note },
        StaffStepKind.Plan => LocalTime.Read(When) is { } review ? new StaffStep.Plan(review) { Id = Id, Note = Note } : null,
        StaffStepKind.Refer => Chosen<ReferralBody>() is { } body ? new StaffStep.Refer(body) { Id = Id, Note = Note } : null,
        StaffStepKind.Write => new StaffStep.Write { Id = Id, Note = Note },
        StaffStepKind.TellCall => ToCall(),
        StaffStepKind.Transfer => Choice is { Length: > 0 } unit ? new StaffStep.Transfer(unit) { Id = Id, Note = Note } : null,
        StaffStepKind.Accept => new StaffStep.Accept { Id = Id },
        StaffStepKind.Refuse => new StaffStep.Refuse { Id = Id, Note = Note },
        StaffStepKind.TakeBack => new StaffStep.TakeBack { Id = Id },
        StaffStepKind.ConfirmClosing => new StaffStep.ConfirmClosing(Seen) { Id = Id },
        StaffStepKind.DeclineClosing => new StaffStep.DeclineClosing { Id = Id, Note = Note },
        StaffStepKind.Close => null,
    };

    public CaseOutcome? ToOutcome() => Chosen<CaseOutcome>();

    private CaseNote? Note => Words is null ? null : new CaseNote(Words) { Reference = Plain(Reference, MostShort) };

    /// <summary>A name or a number.</summary>
    public const int MostShort = 200;

    /// <summary>The choice of those who called nobody.</summary>
    public const string Nobody = "none";

    private StaffStep.TellCall? ToCall()
    {
        if (Choice == Nobody)
            return new StaffStep.TellCall { Id = Id, Note = Words is null ? null : new CaseNote(Words) };
        if (Choice is null || !EmergencyCall.Numbers.Contains(Choice) || LocalTime.Read(When) is not { } at || Plain(By, MostShort) is not { } by)
            return null;
        return new StaffStep.TellCall { Id = Id, Note = new CaseNote(Words) { Reference = Plain(Reference, MostShort), Call = new EmergencyCall(Choice, at, by) } };
    }

    private T? Chosen<T>()
        where T : struct, Enum => Enum.TryParse<T>(Choice, out var known) && known.ToString() == Choice ? known : null;

    /// <summary>Without marks that nobody sees.</summary>
    private static string? Plain(string? text, int most)
    {
        var kept = new string([.. (text ?? "").ReplaceLineEndings("\n").Where(sign => sign == '\n' || !char.IsControl(sign))]).Trim();
        return kept.Length == 0 ? null : kept.Length <= most ? kept : kept[..most];
    }
}
