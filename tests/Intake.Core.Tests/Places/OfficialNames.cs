using Senim.Intake.Places;

namespace Senim.Intake.Core.Tests.Places;

public sealed class OfficialNames
{
    private static readonly PlaceDirectory Directory = PlaceDirectory.Load();

    private static IEnumerable<Place> All => Directory.Regions
        .SelectMany(region => Directory.UnitsOf(region.Code).SelectMany(unit => Directory.ChildrenOf(unit.Code).Prepend(unit)).Prepend(region));

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void Are_taken_when_the_region_is_named_too(string language)
    {
        var missed = All.Where(place =>
            Directory.Resolve(Directory.Describe(place, language)) is not PlaceMatch.Taken taken || taken.Candidate.Unit != place);
        Assert.Empty(missed.Select(place => $"{Directory.Describe(place, language)} -> {Directory.Resolve(Directory.Describe(place, language))}"));
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void Alone_are_taken_or_asked_but_never_mistaken(string language)
    {
        foreach (var place in All)
        {
            var candidates = Directory.Resolve(place.Name(language)) switch
            {
                PlaceMatch.Taken taken => [taken.Candidate],
                PlaceMatch.Asked asked => asked.Candidates,
                _ => [],
            };
            Assert.True(candidates.Any(candidate => candidate.Unit == place), $"{place.Name(language)} -> {Directory.Resolve(place.Name(language))}");
        }
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void Within_a_chosen_region_are_taken_from_that_region(string language)
    {
        foreach (var region in Directory.Regions)
        {
            foreach (var unit in Directory.UnitsOf(region.Code))
            {
                var taken = Assert.IsType<PlaceMatch.Taken>(Directory.Resolve(unit.Name(language), region.Code));
                Assert.Equal(unit, taken.Candidate.Unit);
            }
        }
    }
}
