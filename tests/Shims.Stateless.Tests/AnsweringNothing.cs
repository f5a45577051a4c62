namespace Senim.Shims.Stateless.Tests;

public class AnsweringNothing
{
    [Fact]
    public void An_unknown_trigger_is_refused_by_name()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new House(Place.Garden).Fire(Walk.Cook));

        Assert.Equal("No valid leaving transitions are permitted from state 'Garden' for trigger 'Cook'. Consider ignoring the trigger.", error.Message);
    }

    [Fact]
    public void Unmet_guards_are_named()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).PermitIf(Walk.Enter, Place.Hall, () => false, "has a key").PermitIf(Walk.Enter, Place.Street, () => false, "is late");

        var error = Assert.Throws<InvalidOperationException>(() => house.Fire(Walk.Enter));

        Assert.Equal(
            "Trigger 'Enter' is valid for transition from state 'Garden' but a guard conditions are not met. Guard descriptions: 'has a key, is late'.",
            error.Message);
    }

    [Fact]
    public void A_handler_replaces_the_refusal()
    {
        var house = new House(Place.Garden);
        house.Machine.OnUnhandledTrigger((place, walk) => house.Log.Add($"{walk} in {place}"));

        Assert.Equal(["Cook in Garden"], house.Fire(Walk.Cook));
    }

    [Fact]
    public void A_handler_hears_of_unmet_guards_and_of_none_when_nobody_knows_the_trigger()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).PermitIf(Walk.Enter, Place.Hall, () => false, "has a key");
        house.Machine.OnUnhandledTrigger((_, walk, unmet) => house.Log.Add($"{walk}: {(unmet is null ? "unknown" : string.Join(", ", unmet))}"));

        house.Fire(Walk.Enter);
        house.Fire(Walk.Cook);

        Assert.Equal(["Enter: has a key", "Cook: unknown"], house.Log);
    }

    [Fact]
    public async Task An_awaited_handler_makes_a_plain_fire_fail()
    {
        var house = new House(Place.Garden);
        house.Machine.OnUnhandledTriggerAsync(async (_, walk) =>
        {
            await Task.Yield();
            house.Log.Add($"{walk}");
        });

        var error = Assert.Throws<InvalidOperationException>(() => house.Fire(Walk.Cook));
        Assert.EndsWith("Use asynchronous version of Fire [FireAsync]", error.Message, StringComparison.Ordinal);

        await house.Machine.FireAsync(Walk.Cook);
        Assert.Equal(["Cook"], house.Log);
    }
}
