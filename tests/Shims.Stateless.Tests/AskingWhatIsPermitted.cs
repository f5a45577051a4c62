using Stateless;

// The plain lists are obsolete and still part of what the library promises.
#pragma warning disable CS0618

namespace Senim.Shims.Stateless.Tests;

public class AskingWhatIsPermitted
{
    private readonly StateMachine<Place, Walk> _machine = new(Place.Hall);

    [Fact]
    public async Task Triggers_of_superstates_count_and_unmet_guards_do_not()
    {
        _machine.Configure(Place.Hall).SubstateOf(Place.House).Permit(Walk.Cook, Place.Kitchen).PermitIf(Walk.Rest, Place.Garden, () => false).Ignore(Walk.Ring);
        _machine.Configure(Place.House).Permit(Walk.Leave, Place.Garden).Permit(Walk.Cook, Place.Garden);

        Assert.Equal([Walk.Cook, Walk.Ring, Walk.Leave], await _machine.PermittedTriggersAsync);
        Assert.Equal([Walk.Cook, Walk.Ring, Walk.Leave], _machine.PermittedTriggers);
    }

    [Fact]
    public async Task Guards_over_arguments_are_evaluated_when_there_are_arguments()
    {
        var ring = _machine.SetTriggerParameters<int>(Walk.Ring);
        _machine.Configure(Place.Hall).PermitIf(ring, Place.Garden, times => times > 2).Permit(Walk.Cook, Place.Kitchen);

        Assert.Equal([Walk.Cook], await _machine.GetPermittedTriggersAsync());
        Assert.Equal([Walk.Ring, Walk.Cook], await _machine.GetPermittedTriggersAsync(3));
        Assert.Equal([Walk.Cook], _machine.GetPermittedTriggers(2));
        Assert.True(_machine.CanFire(ring, 3));
        Assert.False(_machine.CanFire(ring, 2));
    }

    [Fact]
    public async Task Awaited_guards_are_asked()
    {
        var open = false;
        _machine.Configure(Place.Hall).PermitIfAsync(Walk.Leave, Place.Garden, async () =>
        {
            await Task.Yield();
            return open;
        });

        Assert.Empty(await _machine.PermittedTriggersAsync);
        open = true;
        Assert.Equal([Walk.Leave], await _machine.PermittedTriggersAsync);
        Assert.Equal([Walk.Leave], await Task.Run(() => _machine.PermittedTriggers));
    }

    [Fact]
    public async Task Details_tell_the_parameters_of_a_trigger()
    {
        var ring = _machine.SetTriggerParameters<int>(Walk.Ring);
        _machine.Configure(Place.Hall).Permit(Walk.Ring, Place.Garden).Permit(Walk.Cook, Place.Kitchen);

        var details = (await _machine.GetDetailedPermittedTriggers()).ToDictionary(detail => detail.Trigger);

        Assert.True(details[Walk.Ring].HasParameters);
        Assert.Same(ring, details[Walk.Ring].Parameters);
        Assert.False(details[Walk.Cook].HasParameters);
        Assert.Null(details[Walk.Cook].Parameters);
    }

    [Fact]
    public void A_machine_in_words_is_its_state_and_what_it_permits()
    {
        _machine.Configure(Place.Hall).Permit(Walk.Cook, Place.Kitchen).PermitReentry(Walk.Ring);

        Assert.Equal("StateMachine { State = Hall, PermittedTriggers = { Cook, Ring }}", _machine.ToString());
    }
}
