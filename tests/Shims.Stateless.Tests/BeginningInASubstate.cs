namespace Senim.Shims.Stateless.Tests;

public class BeginningInASubstate
{
    [Fact]
    public void Entering_goes_on_into_the_initial_substates()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.House);
        house.Configure(Place.House).InitialTransition(Place.Kitchen);
        house.Configure(Place.Kitchen).InitialTransition(Place.Pantry);
        house.Machine.OnTransitioned(t => house.Log.Add($"{t.Source} to {t.Destination}"));
        house.Machine.OnTransitionCompleted(t => house.Log.Add($"completed {t.Source} to {t.Destination}"));

        Assert.Equal(
            [
                "out Garden", "Garden to House", "in House", "House to Kitchen", "in Kitchen", "Kitchen to Pantry", "in Pantry",
                "completed Garden to Pantry",
            ],
            house.Fire(Walk.Enter));
    }

    [Fact]
    public void A_new_machine_stays_where_it_was_put()
    {
        var house = new House(Place.House);
        house.Configure(Place.House).InitialTransition(Place.Hall);

        Assert.Equal(Place.House, house.Machine.State);
    }

    [Fact]
    public void The_target_has_to_be_a_direct_substate()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.House);
        house.Configure(Place.House).InitialTransition(Place.Pantry);

        Assert.Throws<InvalidOperationException>(() => house.Fire(Walk.Enter));
    }

    [Fact]
    public void There_is_one_initial_transition_and_not_to_the_state_itself()
    {
        var house = new House(Place.Garden);

        Assert.Throws<ArgumentException>(() => house.Configure(Place.House).InitialTransition(Place.House));
        house.Configure(Place.House).InitialTransition(Place.Hall);
        Assert.Throws<InvalidOperationException>(() => house.Configure(Place.House).InitialTransition(Place.Kitchen));
    }
}
