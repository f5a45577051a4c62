using System.Text.Encodings.Web;
using System.Text.Json;

namespace Senim.Intake.Triage;

/// <summary>The answer of the <c>triage</c> verb.</summary>
public static class TriageCommandLine
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One line of JSON: <c>{"id","urgency","categories":[...],"reasons":[{"quote","why"}]}</c>, <c>why</c> in English.</summary>
    public static string Answer(ITriage triage, string id, string text)
    {
        ArgumentNullException.ThrowIfNull(triage);
        var result = triage.Assess(new TriageInput { Texts = [text] });
        return JsonSerializer.Serialize(
            new
            {
                Id = id,
                Urgency = result.Urgency.ToString(),
                Categories = result.Categories.Select(CategoryCodes.Code),
                Reasons = result.Reasons.Select(reason => new { reason.Quote, Why = TriageReasonTexts.Text(reason.Code, "en") }),
            },
            Options);
    }

    /// <summary>The same for people: the urgency and what the message is about, then each reason with the words it was found in, gravest first.</summary>
    /// <param name="language"><c>kk</c>, <c>ru</c> or <c>en</c>.</param>
    public static string Explain(ITriage triage, string id, string text, string language)
    {
        ArgumentNullException.ThrowIfNull(triage);
        var result = triage.Assess(new TriageInput { Texts = [text] });
        var lines = new List<string> { $"{id}: {result.Urgency}", $"  {text}" };
        if (result.Categories.Count > 0)
            lines.Add($"  about: {string.Join(", ", result.Categories.Select(CategoryCodes.Code))}");
        if (result.Danger is { } danger)
            lines.Add($"  help shown: {danger}");
        lines.AddRange(result.Reasons.Select(reason => $"  \"{reason.Quote}\": {TriageReasonTexts.Text(reason.Code, language)} [{reason.Code}]"));
        if (result.Reasons.Count == 0)
            lines.Add("  nothing in it was understood as danger, harm or a question");
        return string.Join('\n', lines);
    }
}
