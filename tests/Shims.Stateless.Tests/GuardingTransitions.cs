using Stateless;

namespace Senim.Shims.Stateless.Tests;

public class GuardingTransitions
{
    [Theory]
    [InlineData(true, Place.Hall)]
    [InlineData(false, Place.Street)]
    public void The_met_guard_decides_where_to_go(bool hasKey, Place destination)
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).PermitIf(Walk.Enter, Place.Hall, () => hasKey).PermitIf(Walk.Enter, Place.Street, () => !hasKey);

        house.Fire(Walk.Enter);

        Assert.Equal(destination, house.Machine.State);
    }

    [Fact]
    public void Two_permitted_destinations_are_refused()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).PermitIf(Walk.Enter, Place.Hall, () => true).PermitIf(Walk.Enter, Place.Kitchen, () => true);

        var error = Assert.Throws<InvalidOperationException>(() => house.Fire(Walk.Enter));

        Assert.StartsWith("Multiple permitted exit transitions", error.Message, StringComparison.Ordinal);
        Assert.Equal(Place.Garden, house.Machine.State);
    }

    [Fact]
    public void All_guards_of_a_transition_have_to_be_met()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).PermitIf(
            Walk.Enter, Place.Hall, Tuple.Create<Func<bool>, string>(() => true, "has a key"), Tuple.Create<Func<bool>, string>(() => false, "is awake"));

        Assert.False(house.Machine.CanFire(Walk.Enter, out var unmet));
        Assert.Equal(["is awake"], unmet);
    }

    [Fact]
    public void Asking_names_unmet_guards_and_knows_when_there_is_nothing_to_ask()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);

        Assert.True(house.Machine.CanFire(Walk.Enter, out var none));
        Assert.Empty(none);
        Assert.False(house.Machine.CanFire(Walk.Cook, out var unknown));
        Assert.Null(unknown);
    }

    [Fact]
    public void A_superstate_answers_when_the_guard_of_the_state_is_unmet()
    {
        var house = new House(Place.Hall);
        house.Configure(Place.Hall).PermitIf(Walk.Leave, Place.Street, () => false);
        house.Configure(Place.House).Permit(Walk.Leave, Place.Garden);

        house.Fire(Walk.Leave);

        Assert.Equal(Place.Garden, house.Machine.State);
    }

    [Fact]
    public async Task An_awaited_guard_is_seen_by_an_awaited_fire_alone()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden).PermitIfAsync(Walk.Enter, Place.Hall, Later(true));

        Assert.False(house.Machine.CanFire(Walk.Enter));
        var error = Assert.Throws<InvalidOperationException>(() => house.Fire(Walk.Enter));
        Assert.StartsWith("No valid leaving transitions", error.Message, StringComparison.Ordinal);

        await house.Machine.FireAsync(Walk.Enter);
        Assert.Equal(Place.Hall, house.Machine.State);
    }

    [Fact]
    public async Task An_awaited_fire_does_not_name_unmet_guards()
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden)
            .PermitIfAsync(Walk.Enter, Place.Hall, Later(false), "has a key")
            .PermitIf(Walk.Ring, Place.Hall, () => false, "has a bell");
        var unmet = new List<ICollection<string>?>();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => house.Machine.FireAsync(Walk.Enter));
        house.Machine.OnUnhandledTrigger((_, _, guards) => unmet.Add(guards));
        await house.Machine.FireAsync(Walk.Enter);
        await house.Machine.FireAsync(Walk.Ring);

        Assert.StartsWith("No valid leaving transitions", error.Message, StringComparison.Ordinal);
        Assert.Equal([null, null], unmet);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Beside_plain_guards_of_one_state_awaited_ones_are_not_asked(bool plain)
    {
        var house = new House(Place.Garden);
        house.Configure(Place.Garden)
            .PermitIfAsync(Walk.Enter, Place.Kitchen, Later(true))
            .PermitIf(Walk.Enter, Place.Hall, () => plain);
        house.Machine.OnUnhandledTrigger((_, _) => { });

        await house.Machine.FireAsync(Walk.Enter);

        Assert.Equal(plain ? Place.Hall : Place.Garden, house.Machine.State);
    }

    [Fact]
    public async Task An_awaited_guard_of_the_superstate_is_asked_after_a_plain_one_of_the_state()
    {
        var house = new House(Place.Hall);
        house.Configure(Place.Hall).PermitIf(Walk.Leave, Place.Street, () => false);
        house.Configure(Place.House).PermitIfAsync(Walk.Leave, Place.Garden, Later(true));

        await house.Machine.FireAsync(Walk.Leave);

        Assert.Equal(Place.Garden, house.Machine.State);
    }

    [Fact]
    public async Task Guards_over_arguments_take_every_kind_of_rule()
    {
        var machine = new StateMachine<Place, Walk>(Place.Garden);
        var ring = machine.SetTriggerParameters<int>(Walk.Ring);
        var entered = 0;
        machine.Configure(Place.Garden)
            .OnEntry(() => entered++)
            .IgnoreIf(ring, times => times == 0)
            .PermitReentryIf(ring, times => times == 1)
            .PermitIf(ring, Place.Hall, times => times > 1);
        machine.Configure(Place.Hall)
            .OnEntry(() => entered++)
            .PermitReentryIfAsync(ring, times => Task.FromResult(times == 2))
            .PermitIfAsync(ring, Place.Garden, times => Task.FromResult(times > 2));

        await machine.FireAsync(ring, 0);
        Assert.Equal(0, entered);
        machine.Fire(ring, 1);
        Assert.Equal(1, entered);
        await machine.FireAsync(ring, 2);
        Assert.Equal(Place.Hall, machine.State);
        await machine.FireAsync(ring, 2);
        Assert.Equal(3, entered);
        await machine.FireAsync(ring, 3);
        Assert.Equal(Place.Garden, machine.State);
    }

    private static Func<Task<bool>> Later(bool answer) => async () =>
    {
        await Task.Yield();
        return answer;
    };
}
