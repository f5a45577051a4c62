namespace Senim.Intake.Triage;

/// <summary>Which help is shown to someone in danger.</summary>
public enum DangerForm
{
    /// <summary>Somebody attacks or is about to: 102, 112.</summary>
    Attack = 0,

    /// <summary>Injury, poison, does not wake up: 103, 112.</summary>
    Body = 1,

    /// <summary>A wish to die: 111, 103, no word of police.</summary>
    Self = 2,
}

/// <param name="Quote">The reporter's own words; empty when an answer is the reason.</param>
/// <param name="Code">Code of the reason, for example <c>threat_to_kill</c>.</param>
public sealed record TriageReason(string Quote, string Code);

/// <summary>All that triage looks at: the whole of what was said so far, never the last message alone.</summary>
public sealed record TriageInput
{
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Codes of the answers chosen: <c>safe</c>, <c>not_safe</c>, <c>unsure</c>, <c>danger</c>, <c>danger_attack</c>, <c>danger_body</c>, <c>danger_self</c>, category codes, and those
    /// of age, offender and time that <c>answers.tsv</c> lists.</summary>
    public IReadOnlySet<string> Answers { get; init; } = new HashSet<string>();

    /// <summary>A voice note, picture or file came that nobody has heard or seen.</summary>
    public bool HasUnheardMedia { get; init; }
}

public sealed record TriageResult(
    Urgency Urgency,
    IReadOnlyList<Category> Categories,
    IReadOnlyList<TriageReason> Reasons,
    DangerForm? Danger);

/// <summary>
/// A pure function from what was said to urgency, categories and reasons. Another message never makes it less urgent: only a person lowers.
/// Takes any text, throws on none, and may be called from many threads.
/// </summary>
public interface ITriage
{
    TriageResult Assess(TriageInput input);

    /// <summary>
    /// Whether one message must show the help for danger at once, whatever was asked: a bare cry ("SOS", "көмектесіңдер", "он идет")
    /// or words that are an Emergency by themselves.
    /// </summary>
    bool IsDangerWord(string text) => Assess(new TriageInput { Texts = [text] }).Danger is not null;
}
