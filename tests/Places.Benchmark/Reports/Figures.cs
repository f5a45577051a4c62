using Senim.Places.Benchmark.Lines;
using Senim.Places.Benchmark.Scoring;

namespace Senim.Places.Benchmark.Reports;

/// <summary>The three counts over some lines, and what each must reach.</summary>
internal sealed record Figures(int Lines, int RightFirst, int AmongOffered, int WrongAlone)
{
    public const double LeastRightFirst = 0.95;

    public const double LeastAmongOffered = 0.98;

    public const double MostWrongAlone = 0.01;

    public static Figures Of(IEnumerable<Measured> measured)
    {
        var scores = measured.Select(line => line.Score).ToList();
        return new(scores.Count, scores.Count(score => score.First), scores.Count(score => score.Among), scores.Count(score => score.WrongAlone));
    }
}

/// <summary>A line with the service's answer.</summary>
internal sealed record Measured(PlaceLine Line, PlaceAnswer Answer)
{
    public PlaceScore Score => PlaceScore.Of(Line, Answer);

    public bool IsMiss => Score is not { First: true, Among: true, WrongAlone: false };

    public static IReadOnlyList<Measured> All(PlacePart part) => [.. part.Lines.Select(line => new Measured(line, PlaceAnswer.To(line)))];
}
