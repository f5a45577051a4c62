using Stateless;

namespace Senim.Shims.Stateless.Tests;

public class ActingInPlace
{
    [Fact]
    public void An_internal_transition_neither_leaves_nor_enters_nor_is_announced()
    {
        var house = new House(Place.Hall);
        house.Machine.OnTransitioned(_ => house.Log.Add("moved"));
        house.Machine.OnTransitionCompleted(_ => house.Log.Add("completed"));
        house.Configure(Place.Hall).InternalTransition(Walk.Ring, t => house.Log.Add($"ring in {t.Source} and {t.Destination}"));

        Assert.Equal(["ring in Hall and Hall"], house.Fire(Walk.Ring));
    }

    [Fact]
    public void One_of_the_superstate_acts_in_the_substate()
    {
        var house = new House(Place.Pantry);
        house.Configure(Place.House).InternalTransition(Walk.Ring, () => house.Log.Add("ring"));

        Assert.Equal(["ring"], house.Fire(Walk.Ring));
        Assert.Equal(Place.Pantry, house.Machine.State);
    }

    [Fact]
    public async Task Plain_guards_take_all_arguments_and_awaited_actions_take_guards_without_them()
    {
        var house = new House(Place.Hall);
        house.Configure(Place.Hall)
            .InternalTransitionIf(Walk.Ring, args => args.Length == 0, () => house.Log.Add("ring"))
            .InternalTransitionAsyncIf(Walk.Cook, () => true, async () =>
            {
                await Task.Yield();
                house.Log.Add("cook");
            });

        house.Fire(Walk.Ring);
        Assert.Throws<InvalidOperationException>(() => house.Fire(Walk.Cook));
        await house.Machine.FireAsync(Walk.Cook);

        Assert.Equal(["ring", "cook"], house.Log);
    }

    [Fact]
    public async Task Typed_actions_and_guards_get_the_arguments()
    {
        var machine = new StateMachine<Place, Walk>(Place.Hall);
        var log = new List<string>();
        var ring = machine.SetTriggerParameters<int, string>(Walk.Ring);
        machine.Configure(Place.Hall)
            .InternalTransitionIf(ring, (times, _) => times == 1, (_, who, t) => log.Add($"{who} once in {t.Source}"))
            .InternalTransitionAsyncIf(ring, (times, _) => times > 1, (times, who, _) =>
            {
                log.Add($"{who} {times} times");
                return Task.CompletedTask;
            });

        await machine.FireAsync(ring, 1, "neighbour");
        await machine.FireAsync(ring, 3, "neighbour");

        Assert.Equal(["neighbour once in Hall", "neighbour 3 times"], log);
    }
}
