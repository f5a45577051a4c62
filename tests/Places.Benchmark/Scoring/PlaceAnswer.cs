using System.Text.Json;
using Senim.Intake.Places;
using Senim.Places.Benchmark.Lines;

namespace Senim.Places.Benchmark.Scoring;

/// <summary>What the service makes of a text, read from the same line that <c>senim place</c> writes.</summary>
/// <param name="Outcome">Taken, asked or none.</param>
/// <param name="Offered">The units it offers, best first: one when taken, as many as a short list holds when asked.</param>
internal sealed record PlaceAnswer(Expectation Outcome, IReadOnlyList<string> Offered)
{
    /// <summary>Of a longer list nobody reads more, so no more counts.</summary>
    public const int LongestList = 8;

    private static readonly PlaceDirectory Directory = PlaceDirectory.Load();

    public static PlaceAnswer To(PlaceLine line)
    {
        using var json = JsonDocument.Parse(PlaceCommandLine.Answer(Directory, line.Id, line.Text));
        var answer = json.RootElement;
        var outcome = Enum.Parse<Expectation>(answer.GetProperty("outcome").GetString()!, ignoreCase: true);
        return new PlaceAnswer(outcome, outcome switch
        {
            Expectation.Taken => [answer.GetProperty("code").GetString()!],
            Expectation.Asked => [.. answer.GetProperty("choices").EnumerateArray().Select(choice => Units.Named(choice.GetString()!)).Take(LongestList)],
            Expectation.None => [],
        });
    }
}
