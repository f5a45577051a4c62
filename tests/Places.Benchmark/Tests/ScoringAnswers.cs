using Senim.Places.Benchmark.Lines;
using Senim.Places.Benchmark.Scoring;

namespace Senim.Places.Benchmark.Tests;

public sealed class ScoringAnswers
{
    private const string Almaty = "750000000";
    private const string Auezov = "751310000";
    private const string Medeu = "751710000";
    private const string KaragandaRegion = "350000000";
    private const string AbaiOfKaraganda = "353200000";
    private const string AbaiRegion = "100000000";
    private const string AbaiOfAbai = "103200000";

    [Theory]
    [InlineData("taken", Auezov, true, true, false)]
    [InlineData("asked", Auezov + " " + Medeu, true, true, false)]
    [InlineData("asked", Medeu + " " + Auezov, false, true, false)]
    [InlineData("taken", Medeu, false, false, true)]
    [InlineData("taken", Almaty, false, false, false)]
    [InlineData("asked", Medeu, false, false, false)]
    [InlineData("none", "", false, false, false)]
    public void Where_one_unit_is_determined(string outcome, string offered, bool first, bool among, bool wrongAlone) =>
        Assert.Equal(new PlaceScore(first, among, wrongAlone), Score(Expectation.Taken, [Auezov], outcome, offered));

    [Fact]
    public void A_unit_below_the_one_that_is_determined_is_wrong() =>
        Assert.Equal(new PlaceScore(false, false, WrongAlone: true), Score(Expectation.Taken, [Almaty], "taken", Auezov));

    [Fact]
    public void A_further_right_unit_counts_as_the_right_one() =>
        Assert.Equal(new PlaceScore(true, true, WrongAlone: false), Score(Expectation.Taken, [Almaty, Auezov], "taken", Auezov));

    [Theory]
    [InlineData("asked", AbaiOfAbai + " " + AbaiOfKaraganda, true, true, false)]
    [InlineData("asked", AbaiRegion + " " + KaragandaRegion, true, true, false)]
    [InlineData("asked", AbaiOfKaraganda + " " + Medeu + " " + AbaiOfAbai, true, true, false)]
    [InlineData("asked", Medeu + " " + AbaiOfKaraganda + " " + AbaiOfAbai, false, true, false)]
    [InlineData("asked", AbaiOfAbai, true, false, false)]
    [InlineData("taken", AbaiOfAbai, false, false, true)]
    [InlineData("none", "", false, false, false)]
    public void Where_only_the_writer_knows(string outcome, string offered, bool first, bool among, bool wrongAlone) =>
        Assert.Equal(new PlaceScore(first, among, wrongAlone), Score(Expectation.Asked, [AbaiOfAbai, AbaiOfKaraganda], outcome, offered));

    [Theory]
    [InlineData("none", "", true, true, false)]
    [InlineData("asked", Almaty, false, false, false)]
    [InlineData("taken", Almaty, false, false, true)]
    public void Where_no_place_is_named(string outcome, string offered, bool first, bool among, bool wrongAlone) =>
        Assert.Equal(new PlaceScore(first, among, wrongAlone), Score(Expectation.None, [], outcome, offered));

    private static PlaceScore Score(Expectation expect, string[] right, string outcome, string offered)
    {
        var line = new PlaceLine { Id = "p0", Kind = "name", Text = "", Expect = expect, Code = right.FirstOrDefault(), Also = [.. right.Skip(1)] };
        var units = offered.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return PlaceScore.Of(line, new PlaceAnswer(Enum.Parse<Expectation>(outcome, ignoreCase: true), units));
    }
}
