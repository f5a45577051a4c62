using System.Text.Encodings.Web;
using System.Text.Json;

namespace Senim.Intake.Places;

/// <summary>The answer of the host's <c>place</c> verb to one text.</summary>
public static class PlaceCommandLine
{
    // Kazakh letters stay readable on a terminal; the line goes to no HTML page.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// One JSON line: id, outcome ("taken", "asked", "none"), the code when taken, and the choices as they would be shown in the
    /// language of the text, best first.
    /// </summary>
    public static string Answer(IPlaceDirectory directory, string id, string text)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var language = PlaceLanguage.Of(text);
        var answer = directory.Resolve(text) switch
        {
            PlaceMatch.Taken taken => new Line(id, "taken", taken.Candidate.Unit.Code, [directory.Describe(taken.Candidate, language)]),
            PlaceMatch.Asked asked => new Line(id, "asked", null, [.. asked.Candidates.Select(candidate => directory.Describe(candidate, language))]),
            _ => new Line(id, "none", null, []),
        };
        return JsonSerializer.Serialize(answer, Options);
    }

    private sealed record Line(string Id, string Outcome, string? Code, IReadOnlyList<string> Choices);
}
