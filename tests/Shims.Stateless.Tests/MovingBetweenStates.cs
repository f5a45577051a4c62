using Stateless;

namespace Senim.Shims.Stateless.Tests;

public class MovingBetweenStates
{
    [Fact]
    public void The_old_state_is_left_then_handlers_hear_of_it_then_the_new_one_is_entered()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall).OnExit(() => house.Log.Add($"leaving in {house.Machine.State}"));
        house.Configure(Place.Hall).OnEntry(() => house.Log.Add($"entering in {house.Machine.State}"));
        house.Machine.OnTransitioned(t => house.Log.Add($"{t.Source} to {t.Destination} in {house.Machine.State}"));
        house.Machine.OnTransitionCompleted(t => house.Log.Add($"completed {t.Source} to {t.Destination}"));

        Assert.Equal(
            [
                "out Garden", "leaving in Garden", "Garden to Hall in Hall",
                "in House", "in Hall", "entering in Hall", "completed Garden to Hall",
            ],
            house.Fire(Walk.Enter));
    }

    [Fact]
    public void Rooms_of_one_house_are_changed_without_leaving_it()
    {
        var house = new House(Place.Hall);
        house.Configure(Place.Hall).Permit(Walk.Cook, Place.Pantry);

        Assert.Equal(["out Hall", "in Kitchen", "in Pantry"], house.Fire(Walk.Cook));
    }

    [Fact]
    public void Leaving_goes_from_the_inside_out()
    {
        var house = new House(Place.Pantry);
        house.Configure(Place.House).Permit(Walk.Leave, Place.Garden);

        Assert.Equal(["out Pantry", "out Kitchen", "out House", "in Garden"], house.Fire(Walk.Leave));
    }

    [Fact]
    public void Going_up_to_a_superstate_does_not_enter_it_again()
    {
        var house = new House(Place.Kitchen);
        house.Configure(Place.Kitchen).Permit(Walk.Rest, Place.House);

        Assert.Equal(["out Kitchen"], house.Fire(Walk.Rest));
        Assert.Equal(Place.House, house.Machine.State);
    }

    [Fact]
    public void A_machine_in_a_substate_is_in_all_states_around_it()
    {
        var machine = new House(Place.Pantry).Machine;

        Assert.Equal(
            [Place.House, Place.Kitchen, Place.Pantry],
            Enum.GetValues<Place>().Where(machine.IsInState));
    }

    [Fact]
    public void A_rule_of_the_state_comes_before_one_of_its_superstate()
    {
        var house = new House(Place.Hall);
        house.Configure(Place.House).Permit(Walk.Leave, Place.Garden);
        house.Configure(Place.Hall).Permit(Walk.Leave, Place.Street);

        house.Fire(Walk.Leave);

        Assert.Equal(Place.Street, house.Machine.State);
    }

    [Fact]
    public void A_permitted_reentry_leaves_and_enters()
    {
        var house = new House(Place.Hall);
        house.Configure(Place.Hall).PermitReentry(Walk.Ring);

        Assert.Equal(["out Hall", "in Hall"], house.Fire(Walk.Ring));
    }

    [Fact]
    public void A_reentry_of_the_superstate_ends_in_the_superstate()
    {
        var house = new House(Place.Pantry);
        house.Configure(Place.House).PermitReentry(Walk.Ring);

        Assert.Equal(["out Pantry", "out Kitchen", "out House", "in House"], house.Fire(Walk.Ring));
        Assert.Equal(Place.House, house.Machine.State);
    }

    [Fact]
    public void A_transition_of_the_superstate_into_the_present_substate_does_nothing()
    {
        var house = new House(Place.Hall);
        house.Configure(Place.House).Permit(Walk.Ring, Place.Hall);

        Assert.Empty(house.Fire(Walk.Ring));
    }

    [Fact]
    public void An_ignored_trigger_does_nothing()
    {
        var house = new House(Place.Hall);
        house.Configure(Place.Hall).Ignore(Walk.Ring);

        Assert.Empty(house.Fire(Walk.Ring));
    }

    [Fact]
    public void Permitting_the_same_state_is_refused()
    {
        var garden = new House(Place.Garden).Configure(Place.Garden);

        Assert.Throws<ArgumentException>(() => garden.Permit(Walk.Ring, Place.Garden));
        Assert.Throws<ArgumentException>(() => garden.PermitIf(Walk.Ring, Place.Garden, () => true));
        Assert.Throws<ArgumentException>(() => garden.PermitIfAsync(Walk.Ring, Place.Garden, () => Task.FromResult(true)));
    }

    [Fact]
    public void A_state_cannot_be_inside_itself()
    {
        var house = new House(Place.Garden);

        Assert.Throws<ArgumentException>(() => house.Configure(Place.House).SubstateOf(Place.House));
        Assert.Throws<ArgumentException>(() => house.Configure(Place.House).SubstateOf(Place.Pantry));
    }

    [Fact]
    public void The_state_can_live_elsewhere()
    {
        var stored = Place.Garden;
        var machine = new StateMachine<Place, Walk>(() => stored, place => stored = place);
        machine.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);

        machine.Fire(Walk.Enter);

        Assert.Equal(Place.Hall, stored);
    }
}
