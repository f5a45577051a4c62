using Senim.Places.Benchmark.Lines;

namespace Senim.Places.Benchmark.Scoring;

/// <summary>How right an answer is. The rules are those of docs/places-benchmark.md, one by one.</summary>
/// <param name="First">The right unit is the first that is offered.</param>
/// <param name="Among">The right units are among those that are offered.</param>
/// <param name="WrongAlone">One unit is offered alone, and the text does not say that the child is there.</param>
internal readonly record struct PlaceScore(bool First, bool Among, bool WrongAlone)
{
    public static PlaceScore Of(PlaceLine line, PlaceAnswer answer) => line.Expect switch
    {
        Expectation.Taken => OfDetermined(line, answer),
        Expectation.Asked => OfOpen(line, answer),
        Expectation.None => new(
            First: answer.Outcome is Expectation.None,
            Among: answer.Outcome is Expectation.None,
            WrongAlone: answer.Outcome is Expectation.Taken),
    };

    // A unit that holds the right one is too coarse to be right, but the child is there.
    private static PlaceScore OfDetermined(PlaceLine line, PlaceAnswer answer) => new(
        First: answer.Offered.Count > 0 && line.Right.Contains(answer.Offered[0]),
        Among: answer.Offered.Any(line.Right.Contains),
        WrongAlone: answer.Outcome is Expectation.Taken && !line.Right.Any(right => Units.Contains(answer.Offered[0], right)));

    // The region may be asked for first: a unit that holds a right one stands for it in the list.
    private static PlaceScore OfOpen(PlaceLine line, PlaceAnswer answer)
    {
        var asked = answer.Outcome is Expectation.Asked;
        return new(
            First: asked && answer.Offered.Count > 0 && line.Right.Any(right => Units.Contains(answer.Offered[0], right)),
            Among: asked && line.Right.All(right => answer.Offered.Any(offered => Units.Contains(offered, right))),
            WrongAlone: answer.Outcome is Expectation.Taken);
    }
}
