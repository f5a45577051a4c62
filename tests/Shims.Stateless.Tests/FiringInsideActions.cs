using Stateless;

namespace Senim.Shims.Stateless.Tests;

public class FiringInsideActions
{
    [Fact]
    public void By_default_a_trigger_waits_until_the_present_one_is_done()
    {
        var stored = Place.Garden;
        foreach (var machine in new StateMachine<Place, Walk>[] { new(Place.Garden), new(() => stored, place => stored = place) })
            Assert.Equal(["in Hall", "fired", "completed Hall", "in Kitchen", "completed Kitchen"], WalkThrough(machine));
    }

    [Fact]
    public void In_immediate_mode_it_is_handled_inside_the_action()
    {
        var stored = Place.Garden;
        StateMachine<Place, Walk>[] machines =
            [new(Place.Garden, FiringMode.Immediate), new(() => stored, place => stored = place, FiringMode.Immediate)];
        foreach (var machine in machines)
            Assert.Equal(["in Hall", "in Kitchen", "completed Kitchen", "fired", "completed Kitchen"], WalkThrough(machine));
    }

    [Fact]
    public async Task A_queued_trigger_fired_in_an_awaited_action_returns_at_once()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        house.Configure(Place.Hall).Permit(Walk.Cook, Place.Kitchen).OnEntryAsync(async () =>
        {
            await house.Machine.FireAsync(Walk.Cook);
            house.Log.Add($"still in {house.Machine.State}");
        });

        await house.Machine.FireAsync(Walk.Enter);

        Assert.Equal(["out Garden", "in House", "in Hall", "still in Hall", "out Hall", "in Kitchen"], house.Log);
    }

    [Fact]
    public async Task An_immediate_trigger_fired_in_an_awaited_action_is_handled_inline()
    {
        var house = new House(Place.Garden, FiringMode.Immediate);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        house.Configure(Place.Hall).Permit(Walk.Cook, Place.Kitchen).OnEntryAsync(async () =>
        {
            await house.Machine.FireAsync(Walk.Cook);
            house.Log.Add($"now in {house.Machine.State}");
        });

        await house.Machine.FireAsync(Walk.Enter);

        Assert.Equal(["out Garden", "in House", "in Hall", "out Hall", "in Kitchen", "now in Kitchen"], house.Log);
    }

    [Fact]
    public void An_immediate_move_out_of_a_state_cancels_its_initial_transition()
    {
        var house = new House(Place.Garden, FiringMode.Immediate);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.House);
        house.Configure(Place.House).InitialTransition(Place.Hall).Permit(Walk.Leave, Place.Street).OnEntry(() => house.Machine.Fire(Walk.Leave));

        house.Fire(Walk.Enter);

        Assert.Equal(Place.Street, house.Machine.State);
        Assert.DoesNotContain("in Hall", house.Log);
    }

    [Fact]
    public void An_entry_action_that_throws_leaves_the_new_state_and_a_usable_machine()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        house.Configure(Place.Hall).Permit(Walk.Leave, Place.Garden).OnEntry(() => throw new TimeoutException());

        Assert.Throws<TimeoutException>(() => house.Fire(Walk.Enter));
        Assert.Equal(Place.Hall, house.Machine.State);

        house.Fire(Walk.Leave);
        Assert.Equal(Place.Garden, house.Machine.State);
    }

    [Fact]
    public void An_exit_action_that_throws_leaves_the_old_state()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall).OnExit(() => throw new TimeoutException());

        Assert.Throws<TimeoutException>(() => house.Fire(Walk.Enter));

        Assert.Equal(Place.Garden, house.Machine.State);
    }

    private static List<string> WalkThrough(StateMachine<Place, Walk> machine)
    {
        var log = new List<string>();
        machine.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        machine.Configure(Place.Hall).Permit(Walk.Cook, Place.Kitchen).OnEntry(() =>
        {
            log.Add("in Hall");
            machine.Fire(Walk.Cook);
            log.Add("fired");
        });
        machine.Configure(Place.Kitchen).OnEntry(() => log.Add("in Kitchen"));
        machine.OnTransitionCompleted(t => log.Add($"completed {t.Destination}"));
        machine.Fire(Walk.Enter);
        return log;
    }
}
