using Senim.Intake.Triage;

namespace Senim.Triage.Benchmark.Learning;

/// <summary>Which help an Emergency of a kind calls for, by the words in which kinds are written.</summary>
internal static class Forms
{
    private static readonly (DangerForm Form, string[] Words)[] Kinds =
    [
        (DangerForm.Body, ["friend wish", "friend wants to die", "friend suicid"]),
        (DangerForm.Self, ["wish to die", "farewell", "suicid", "plan", "goodbye", "means", "want to die", "no wish to live", "end it"]),
        (DangerForm.Attack,
            ["attack", "weapon", "knife", "gun", "kill", "threat", "rape", "taken", "sale", "sold", "bride", "follow", "chok", "trap", "hostage", "traffick", "kidnap", "lock", "hiding", "break"]),
        (DangerForm.Body,
            ["unconscious", "poison", "injur", "alone", "frost", "cold", "pills", "fell", "bleed", "breath", "overdose", "fire", "smoke", "gas", "baby", "lost", "drown", "ice", "burn", "seizure", "collapse"]),
    ];

    /// <summary>Null where the kind does not tell.</summary>
    public static DangerForm? OfKind(string kind) => Kinds
        .Where(form => form.Words.Any(word => kind.Contains(word, StringComparison.OrdinalIgnoreCase)))
        .Select(form => (DangerForm?)form.Form)
        .FirstOrDefault();
}
