using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Senim.Intake.Places;

namespace Senim.Intake.Core.Tests.Places;

public sealed partial class TheDirectory
{
    private static readonly PlaceDirectory Directory = PlaceDirectory.Load();

    private static IEnumerable<Place> All => Directory.Regions
        .SelectMany(region => Directory.UnitsOf(region.Code).SelectMany(unit => Directory.ChildrenOf(unit.Code).Prepend(unit)).Prepend(region));

    [Fact]
    public void Holds_20_regions_228_units_and_4_districts_of_regional_cities()
    {
        Assert.Equal(20, Directory.Regions.Count);
        Assert.Equal(228, Directory.Regions.Sum(region => Directory.UnitsOf(region.Code).Count));
        Assert.Equal(4, All.Count(place => place.Level == PlaceLevel.CityDistrict));
        Assert.Equal(252, All.Select(place => place.Code).Distinct().Count());
    }

    [Fact]
    public void Gives_every_place_a_nine_digit_code_and_a_parent_one_level_up()
    {
        Assert.All(All, place =>
        {
            Assert.Matches("^[0-9]{9}$", place.Code);
            Assert.Same(place, Directory.Find(place.Code));
            Assert.Equal(place.Level == PlaceLevel.Region, place.ParentCode is null);
            if (place.ParentCode is { } parent)
                Assert.Equal(place.Level - 1, Directory.Find(parent)!.Level);
            Assert.Equal(PlaceLevel.Region, Directory.RegionOf(place.Code).Level);
        });
    }

    [Fact]
    public void Names_every_place_in_three_languages_and_no_two_children_of_one_parent_alike()
    {
        Assert.All(All, place =>
        {
            Assert.Matches(CyrillicName(), place.Name("kk"));
            Assert.Matches(CyrillicName(), place.Name("ru"));
            Assert.Matches(LatinName(), place.Name("en"));
        });
        foreach (var language in new[] { "kk", "ru", "en" })
        {
            var names = All.Select(place => (place.ParentCode, place.Name(language))).ToList();
            Assert.Equal(names.Count, names.Distinct().Count());
        }
    }

    [Fact]
    public void Lists_republican_cities_first_and_then_the_regions_in_the_Kazakh_alphabet()
    {
        Assert.Equal(["Алматы қаласы", "Астана қаласы", "Шымкент қаласы"], Directory.Regions.Take(3).Select(place => place.NameKk));
        var regions = Directory.Regions.Skip(3).Select(place => place.NameKk).ToList();
        Assert.Equal("Абай облысы", regions[0]);
        Assert.True(regions.IndexOf("Қарағанды облысы") < regions.IndexOf("Маңғыстау облысы"));
        Assert.True(regions.IndexOf("Ұлытау облысы") < regions.IndexOf("Шығыс Қазақстан облысы"));
    }

    [Fact]
    public void Puts_city_districts_below_their_city()
    {
        Assert.Equal(8, Directory.UnitsOf("750000000").Count);
        Assert.All(Directory.UnitsOf("750000000"), unit => Assert.Equal(PlaceKind.CityDistrict, unit.Kind));
        Assert.Equal(["Алматы ауданы", "Астана ауданы"], Directory.ChildrenOf("151000000").Select(place => place.NameKk));
        Assert.Empty(Directory.ChildrenOf("750000000"));
        Assert.Empty(Directory.UnitsOf("151000000"));
        Assert.Empty(Directory.UnitsOf("no such code"));
    }

    [Fact]
    public void Refuses_to_name_the_region_of_an_unknown_code() =>
        Assert.Throws<ArgumentException>(() => Directory.RegionOf("999999999"));

    [Theory]
    [InlineData(42.9, 71.37, "311000000")]
    [InlineData(43.24, 76.95, "751410000")]
    [InlineData(51.12, 71.43, "711210000")]
    [InlineData(47.1, 51.92, "231000000")]
    public void Offers_three_units_near_a_location(double latitude, double longitude, string expected)
    {
        var nearest = Directory.Nearest(latitude, longitude);
        Assert.Equal(3, nearest.Count);
        Assert.Contains(expected, nearest.Select(place => place.Code));
        Assert.Equal(3, nearest.Distinct().Count());
    }

    [Theory]
    [InlineData(55.75, 37.62)]
    [InlineData(0, 0)]
    [InlineData(double.NaN, 70)]
    [InlineData(45, double.PositiveInfinity)]
    public void Offers_nothing_for_a_location_outside_the_country(double latitude, double longitude) =>
        Assert.Empty(Directory.Nearest(latitude, longitude));

    [Fact]
    public void Describes_a_place_with_what_lies_above_it()
    {
        Assert.Equal("Абайский район, Карагандинская область", Directory.Describe(Directory.Find("353200000")!, "ru"));
        Assert.Equal("Астана ауданы, Ақтөбе қаласы, Ақтөбе облысы", Directory.Describe(Directory.Find("151011100")!, "kk"));
        Assert.Equal("Almaty City", Directory.Describe(Directory.Find("750000000")!, "en"));
    }

    [Fact]
    public void Is_one_for_the_process()
    {
        using var services = new ServiceCollection().AddPlaces().BuildServiceProvider();
        Assert.Same(services.GetRequiredService<IPlaceDirectory>(), services.GetRequiredService<IPlaceDirectory>());
    }

    [GeneratedRegex(@"^[\p{IsCyrillic} \-]+$")]
    private static partial Regex CyrillicName();

    [GeneratedRegex("^[A-Za-z '-]+$")]
    private static partial Regex LatinName();
}
