using Stateless;

namespace Senim.Shims.Stateless.Tests;

public class FiringWithArguments
{
    private readonly StateMachine<Place, Walk> _machine = new(Place.Garden);
    private readonly List<string> _log = [];

    [Fact]
    public void Entry_actions_get_the_arguments_of_their_trigger()
    {
        var enter = _machine.SetTriggerParameters<string, int, bool>(Walk.Enter);
        _machine.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        _machine.Configure(Place.Hall)
            .OnEntryFrom(enter, (who, guests, late) => _log.Add($"{who} {guests} {late}"))
            .OnEntryFrom(enter, (_, _, _, t) => _log.Add(string.Join(' ', t.Parameters)))
            .OnEntryFrom(Walk.Rest, () => _log.Add("rest"));

        _machine.Fire(enter, "Aidana", 2, true);

        Assert.Equal(["Aidana 2 True", "Aidana 2 True"], _log);
    }

    [Fact]
    public async Task Awaited_entry_actions_get_them_too()
    {
        var enter = _machine.SetTriggerParameters<string>(Walk.Enter);
        _machine.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        _machine.Configure(Place.Hall).OnEntryFromAsync(enter, async who =>
        {
            await Task.Yield();
            _log.Add(who);
        });

        await _machine.FireAsync(enter, "Aidana");

        Assert.Equal(["Aidana"], _log);
    }

    [Fact]
    public async Task Arguments_of_another_number_or_type_are_refused()
    {
        _machine.SetTriggerParameters<int, string>(Walk.Enter);
        var untyped = new StateMachine<Place, Walk>.TriggerWithParameters(Walk.Enter, typeof(int), typeof(string));
        _machine.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);

        Refused("An argument of type System.String is required in position 1.", 1);
        Refused("Too many parameters have been supplied. Expecting 2 but got 3.", 1, "two", 3);
        Refused("The argument in position 0 is of type System.String but must be of type System.Int32.", "one", "two");
        await Assert.ThrowsAsync<ArgumentException>(() => _machine.FireAsync(Walk.Enter, "one", "two"));
        Assert.Equal(Place.Garden, _machine.State);

        _machine.Fire(untyped, 1, "two");
        Assert.Equal(Place.Hall, _machine.State);

        void Refused(string words, params object[] arguments) =>
            Assert.Equal(words, Assert.Throws<ArgumentException>(() => _machine.Fire(untyped, arguments)).Message);
    }

    [Fact]
    public void Without_any_arguments_declared_ones_have_the_values_of_their_types()
    {
        var enter = _machine.SetTriggerParameters<int, string?>(Walk.Enter);
        _machine.Configure(Place.Garden).PermitIf(enter, Place.Hall, (age, name) => age == 0 && name is null);
        _machine.Configure(Place.Hall).OnEntryFrom(enter, (age, name) => _log.Add($"{age} {name ?? "nobody"}"));

        _machine.Fire(Walk.Enter);

        Assert.Equal(["0 nobody"], _log);
    }

    [Fact]
    public void Null_for_a_value_is_noticed_where_it_is_read()
    {
        var enter = _machine.SetTriggerParameters<int>(Walk.Enter);
        _machine.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        _machine.Configure(Place.Hall).OnEntryFrom(enter, age => _log.Add($"{age}"));

        Assert.Throws<NullReferenceException>(() => _machine.Fire(new StateMachine<Place, Walk>.TriggerWithParameters(Walk.Enter, typeof(int)), [null]));

        Assert.Equal(Place.Hall, _machine.State);
        Assert.Empty(_log);
    }

    [Fact]
    public void A_reference_argument_may_be_null()
    {
        var enter = _machine.SetTriggerParameters<string?>(Walk.Enter);
        _machine.Configure(Place.Garden).PermitIf(enter, Place.Hall, who => who is null);

        _machine.Fire(enter, null);

        Assert.Equal(Place.Hall, _machine.State);
    }

    [Fact]
    public void Parameters_of_a_trigger_are_set_once()
    {
        _machine.SetTriggerParameters<int>(Walk.Enter);

        Assert.Throws<InvalidOperationException>(() => _machine.SetTriggerParameters<string>(Walk.Enter));
    }

    [Fact]
    public async Task A_trigger_without_declared_parameters_carries_what_it_is_given()
    {
        _machine.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        _machine.OnTransitioned(t => _log.Add(string.Join(' ', t.Parameters)));

        await _machine.FireAsync(Walk.Enter, "late", 2);

        Assert.Equal(["late 2"], _log);
    }
}
