using Stateless;
using Stateless.Reflection;

namespace Senim.Shims.Stateless.Tests;

public class ChoosingDestinations
{
    [Theory]
    [InlineData(1, Place.Hall)]
    [InlineData(2, Place.Kitchen)]
    public void A_selector_chooses_by_the_argument(int door, Place destination)
    {
        var machine = new StateMachine<Place, Walk>(Place.Garden);
        var enter = machine.SetTriggerParameters<int>(Walk.Enter);
        machine.Configure(Place.Garden).PermitDynamic(enter, number => number == 1 ? Place.Hall : Place.Kitchen);

        machine.Fire(enter, door);

        Assert.Equal(destination, machine.State);
    }

    [Fact]
    public void Choosing_the_present_state_reenters_it()
    {
        var house = new House(Place.Hall);
        house.Configure(Place.Hall).PermitDynamic(Walk.Ring, () => Place.Hall);

        Assert.Equal(["out Hall", "in Hall"], house.Fire(Walk.Ring));
    }

    [Fact]
    public void A_selector_is_asked_only_while_its_guard_is_met()
    {
        var house = new House(Place.Garden);
        var open = false;
        house.Configure(Place.Garden).PermitDynamicIf(Walk.Enter, () => Place.Hall, () => open, "door is open");

        Assert.False(house.Machine.CanFire(Walk.Enter, out var unmet));
        Assert.Equal(["door is open"], unmet);
        open = true;
        house.Fire(Walk.Enter);
        Assert.Equal(Place.Hall, house.Machine.State);
    }

    [Fact]
    public async Task An_awaited_selector_needs_an_awaited_fire()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).PermitDynamicAsync(Walk.Enter, async () =>
        {
            await Task.Yield();
            return Place.Hall;
        });

#if SDK_SHIMS
        // The package goes on in the background instead, and Fire returns before anything has happened: never a thing to build on.
        Assert.Throws<InvalidOperationException>(() => house.Fire(Walk.Enter));
        Assert.Empty(house.Log);
#endif

        await house.Machine.FireAsync(Walk.Enter);
        Assert.Equal(["out Garden", "in House", "in Hall"], house.Log);
    }

    [Fact]
    public void Possible_destinations_are_told_by_value_or_by_name()
    {
        var possible = new DynamicStateInfos { { Place.Hall, "by day" }, { "Street", "at night" } };

        Assert.Equal(["Hall by day", "Street at night"], possible.Select(info => $"{info.DestinationState} {info.Criterion}"));
    }
}
