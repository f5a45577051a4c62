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
}
