using Senim.Intake.Places;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Departments;

public sealed class WhoOwnsASignal : IAsyncLifetime
{
    private RoutingBench bench = null!;

    private IDepartments Divisions => bench.Get<IDepartments>();

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [InlineData(Taraz, Taraz, Zhambyl)]
    [InlineData(Almaly, Almaly, Almaty)]
    [InlineData(Zhambyl, Zhambyl, Zhambyl)]
    [InlineData(null, National, National)]
    [InlineData("999999999", National, National)]
    [InlineData("", National, National)]
    public async Task The_nearest_unit_owns_it(string? place, string unit, string region)
    {
        var item = await bench.HearAsync(bench.Signal(place: place));
        Assert.Equal((unit, region), (item.UnitCode, item.RegionCode));
    }

    [Fact]
    public async Task A_district_inside_a_city_belongs_to_the_city()
    {
        var places = bench.Get<IPlaceDirectory>();
        var inside = places.Regions.SelectMany(region => places.UnitsOf(region.Code)).SelectMany(unit => places.ChildrenOf(unit.Code)).First();

        var item = await bench.HearAsync(bench.Signal(place: inside.Code));

        Assert.Equal((inside.ParentCode, inside.Code), (item.UnitCode, item.PlaceCode));
    }

    [Fact]
    public async Task Every_place_of_the_directory_has_an_owner_that_is_not_below_it()
    {
        var places = bench.Get<IPlaceDirectory>();
        var tree = bench.Get<DepartmentTree>();
        var codes = places.Regions.SelectMany(region => places.UnitsOf(region.Code).Select(unit => unit.Code).Append(region.Code)).ToList();
        Assert.Equal(248, codes.Count);
        foreach (var code in codes)
        {
            var owners = tree.OwnersOf(code);
            Assert.Equal(code, owners[0].Code);
            Assert.All(owners.SkipLast(1), owner => Assert.Equal(places.RegionOf(code).Code, owner.RegionCode));
            Assert.Equal(OwningUnit.National, owners[^1]);
            Assert.Equal(owners[0], tree.Find(code));
        }

        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_unit_without_a_division_falls_back_to_its_region_and_a_region_to_the_national_desk()
    {
        Assert.True(await Divisions.SetLiveAsync(Taraz, false, CancellationToken.None));
        Assert.Equal(Zhambyl, (await bench.HearAsync(bench.Signal())).UnitCode);

        Assert.True(await Divisions.SetLiveAsync(Zhambyl, false, CancellationToken.None));
        var item = await bench.HearAsync(bench.Signal());
        Assert.Equal((National, National), (item.UnitCode, item.RegionCode));
        Assert.Equal(ZhambylDistrict, (await bench.HearAsync(bench.Signal(place: ZhambylDistrict))).UnitCode);
        Assert.Equal([Zhambyl, Taraz], await Divisions.ListWithoutDivisionAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_waits_follows_when_a_division_closes_or_opens_and_what_is_in_hand_stays()
    {
        var waiting = bench.Signal();
        var inHand = bench.Signal();
        await bench.HearAsync(waiting);
        await bench.AcknowledgedAsync(inHand);

        await Divisions.SetLiveAsync(Taraz, false, CancellationToken.None);
        Assert.Equal(Zhambyl, (await bench.ItemAsync(waiting)).UnitCode);
        Assert.Equal(Taraz, (await bench.ItemAsync(inHand)).UnitCode);

        await Divisions.SetLiveAsync(Zhambyl, false, CancellationToken.None);
        Assert.Equal(National, (await bench.ItemAsync(waiting)).UnitCode);

        await Divisions.SetLiveAsync(Taraz, true, CancellationToken.None);
        var item = await bench.ItemAsync(waiting);
        Assert.Equal((Taraz, Zhambyl), (item.UnitCode, item.RegionCode));
        Assert.Equal([QueueAction.Received, QueueAction.Moved, QueueAction.Moved, QueueAction.Moved], item.History.Select(row => row.Action));
    }

    [Theory]
    [InlineData(National)]
    [InlineData("999999999")]
    public async Task The_national_desk_is_always_there_and_unknown_units_are_refused(string code) =>
        Assert.False(await Divisions.SetLiveAsync(code, false, CancellationToken.None));
}
