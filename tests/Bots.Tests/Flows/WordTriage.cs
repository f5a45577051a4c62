using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flows;

/// <summary>Triage by a handful of words, so that the flow's own tests do not move when the lexicons do.</summary>
internal sealed class WordTriage : ITriage
{
    public TriageResult Assess(TriageInput input)
    {
        var text = string.Join('\n', input.Texts).ToLowerInvariant();
        var categories = input.Answers.Where(code => CategoryCodes.TryParse(code, out _))
            .Select(code => CategoryCodes.TryParse(code, out var category) ? category : default).ToHashSet();
        var urgency = categories.Count > 0 ? Urgency.Standard : Urgency.Information;
        DangerForm? danger = null;
        if (Has(text, "бьёт", "бьют", "ұрады", "hits"))
        {
            categories.Add(Category.Physical);
            urgency = Urgency.Urgent;
        }

        if (Has(text, "дразнят", "мазақтайды", "tease"))
        {
            categories.Add(Category.Bullying);
            urgency = Max(urgency, Urgency.Standard);
        }

        if (Has(text, "с ножом", "пышақпен", "with a knife") || input.Answers.Contains("danger_attack"))
            danger = DangerForm.Attack;
        else if (Has(text, "не просыпается", "оянбай жатыр", "does not wake") || input.Answers.Contains("danger_body"))
            danger = DangerForm.Body;
        else if (Has(text, "хочу умереть", "өлгім келеді", "want to die") || input.Answers.Contains("danger_self"))
            danger = DangerForm.Self;
        if (danger == DangerForm.Self)
            categories.Add(Category.SelfHarm);
        if (danger is not null || input.Answers.Contains("danger"))
            urgency = Urgency.Emergency;
        else if (input.Answers.Contains("not_safe") || input.HasUnheardMedia || categories.Contains(Category.SelfHarm))
            urgency = Max(urgency, Urgency.Urgent);
        return new TriageResult(urgency, [.. categories.Order()], [], danger);
    }

    private static bool Has(string text, params string[] words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static Urgency Max(Urgency one, Urgency other) => one > other ? one : other;
}
