namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Takes out of a correction what it is not: "нет, Алматинская область, не город" names one place, not two.</summary>
internal static class DeniedPlaces
{
    private static readonly char[] Signs = [',', '.', ';', '!', '?', '\n', '(', ')'];

    private static readonly string[] Refusals = ["нет", "no", "жоқ", "жок"];
    private static readonly string[] Denials = ["не", "not", "а не", "но не", "and not", "but not"];
    private static readonly string[] DenialsAfter = ["емес"];

    /// <summary>The words that are left; the text itself when it denies nothing, or nothing would be left.</summary>
    public static string Without(string text)
    {
        var kept = new List<string>();
        var denies = false;
        foreach (var part in text.Split(Signs, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var clause = Array.Find(Refusals, word => Begins(part, word)) is { } refusal ? part[refusal.Length..].Trim() : part;
            var isDenied = Array.Exists(Denials, word => Begins(clause, word)) || Array.Exists(DenialsAfter, word => Ends(clause, word));
            denies |= isDenied || clause.Length < part.Length;
            if (clause.Length > 0 && !isDenied)
                kept.Add(clause);
        }

        return kept.Count == 0 || !denies ? text : string.Join(", ", kept);
    }

    private static bool Begins(string clause, string word) =>
        clause.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (clause.Length == word.Length || !char.IsLetterOrDigit(clause[word.Length]));

    private static bool Ends(string clause, string word) =>
        clause.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (clause.Length == word.Length || !char.IsLetterOrDigit(clause[^(word.Length + 1)]));
}
