using System.Reflection;
using Senim.Intake.Places;
using Xunit.Abstractions;

namespace Senim.Intake.Core.Tests.Places;

/// <summary>The floor under the matcher: typed-places.tsv, whose first part was written before the matcher and second after it.</summary>
public sealed class TypedPlaces(ITestOutputHelper output)
{
    private static readonly PlaceDirectory Directory = PlaceDirectory.Load();

    private sealed record Line(string Expect, IReadOnlyList<string> Codes, string Kind, string Text);

    [Fact]
    public void Are_read_right_85_times_in_a_hundred_and_never_wrong_alone()
    {
        var lines = ReadTable();
        Assert.True(lines.Count >= 160, $"{lines.Count} lines");
        var right = 0;
        var wrongAlone = new List<string>();
        foreach (var kind in lines.GroupBy(line => line.Kind))
        {
            var rightOfKind = 0;
            foreach (var line in kind)
            {
                var match = Directory.Resolve(line.Text);
                if (IsRight(line, match))
                    rightOfKind++;
                else
                    output.WriteLine($"missed: {line.Expect} {string.Join('|', line.Codes)} \"{line.Text}\" -> {Show(match)}");
                if (match is PlaceMatch.Taken taken && !(line.Expect == "one" && line.Codes.Contains(taken.Candidate.Unit.Code)))
                    wrongAlone.Add(line.Text);
            }

            right += rightOfKind;
            output.WriteLine($"{kind.Key}: {rightOfKind} of {kind.Count()} right");
        }

        output.WriteLine($"all: {right} of {lines.Count} right, {wrongAlone.Count} wrong alone");
        Assert.Empty(wrongAlone);
        Assert.True(right >= lines.Count * 0.85, $"{right} of {lines.Count} right");
    }

    private static bool IsRight(Line line, PlaceMatch match) => line.Expect switch
    {
        "one" => match is PlaceMatch.Taken taken ? taken.Candidate.Unit.Code == line.Codes[0]
            : match is PlaceMatch.Asked asked && asked.Candidates[0].Unit.Code == line.Codes[0],
        "ask" => match is PlaceMatch.Asked asked && line.Codes.All(code => asked.Candidates.Any(candidate => candidate.Unit.Code == code)),
        "quiet" => match is not PlaceMatch.Taken,
        "none" => match is PlaceMatch.None,
        _ => throw new InvalidDataException($"unknown expectation '{line.Expect}'"),
    };

    private static string Show(PlaceMatch match) => match switch
    {
        PlaceMatch.Taken taken => "taken " + Directory.Describe(taken.Candidate, "ru"),
        PlaceMatch.Asked asked => "asked " + string.Join(" / ", asked.Candidates.Select(candidate => Directory.Describe(candidate, "ru"))),
        _ => "none",
    };

    private static List<Line> ReadTable()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(TypedPlaces), "typed-places.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(row => new Line(row[0], row[1].Split('|', StringSplitOptions.RemoveEmptyEntries), row[2], row[3]))];
    }
}
