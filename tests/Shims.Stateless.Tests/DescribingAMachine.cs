using Stateless;
using Stateless.Graph;
using Stateless.Reflection;

namespace Senim.Shims.Stateless.Tests;

public class DescribingAMachine
{
    [Fact]
    public void States_come_as_configured_and_destinations_last()
    {
        var info = Doorway().GetInfo();

        Assert.Equal(["Garden", "Hall", "House", "Kitchen", "Street"], info.States.Select(state => state.ToString()));
        Assert.Equal(Place.Garden, info.InitialState.UnderlyingState);
        Assert.Equal((typeof(Place), typeof(Walk)), (info.StateType, info.TriggerType));
        var house = info.States.Single(state => state.UnderlyingState is Place.House);
        Assert.Equal(["Hall", "Kitchen"], house.Substates.Select(state => state.ToString()));
        Assert.All(house.Substates, room => Assert.Same(house, room.Superstate));
    }

    [Fact]
    public void Transitions_tell_their_kind_and_their_guards()
    {
        var hall = Doorway().GetInfo().States.Single(state => state.UnderlyingState is Place.Hall);

        Assert.Equal(
            ["Cook Kitchen False HasKey", "Ring Hall True Function"],
            hall.FixedTransitions.Select(t => $"{t.Trigger} {t.DestinationState} {t.IsInternalTransition} {string.Join(",", t.GuardConditionsMethodDescriptions.Select(guard => guard.Description))}"));
        Assert.Equal([Walk.Enter], hall.IgnoredTriggers.Select(ignored => ignored.Trigger.UnderlyingTrigger));
        var dynamic = Assert.Single(hall.DynamicTransitions);
        Assert.Equal("who is at home", dynamic.DestinationStateSelectorDescription.Description);
        Assert.Equal(3, hall.Transitions.Count());
    }

    [Fact]
    public void Actions_tell_their_names_their_timing_and_their_trigger()
    {
        var machine = new StateMachine<Place, Walk>(Place.Garden);
        machine.Configure(Place.Garden)
            .OnEntry(Greet).OnEntryFrom(Walk.Enter, () => { }).OnEntryAsync(() => Task.CompletedTask, "wait")
            .OnExit(() => { }, "wave").OnActivate(Greet).OnDeactivateAsync(() => Task.CompletedTask);

        var garden = Assert.Single(machine.GetInfo().States);

        Assert.Equal(["Greet False ", "Function False Enter", "wait True "], garden.EntryActions.Select(a => $"{a.Method.Description} {a.Method.IsAsync} {a.FromTrigger}"));
        Assert.Equal(["wave"], garden.ExitActions.Select(action => action.Description));
        Assert.Equal(["Greet"], garden.ActivateActions.Select(action => action.Description));
        Assert.True(Assert.Single(garden.DeactivateActions).IsAsync);
    }

    [Fact]
    public void A_mermaid_drawing_shows_superstates_choices_and_guards()
    {
        Assert.Equal(
            [
                "stateDiagram-v2",
                "\tdirection LR",
                "\tstate House {",
                "\t\tHall",
                "\t\tKitchen",
                "\t}",
                "\tstate Decision1 <<choice>>",
                "\tGarden --> Hall : Enter / greet",
                "\tHall --> Kitchen : Cook [HasKey]",
                "\tHall --> Hall : Ring [Function]",
                "\tHall --> Decision1 : Rest",
                "\tDecision1 --> Kitchen : Rest [someone]",
                "\tDecision1 --> Garden : Rest [nobody]",
                "\tHall --> Hall : Enter",
                "\tHouse --> Street : Leave",
                "[*] --> Garden",
            ],
            MermaidGraph.Format(Doorway().GetInfo(), MermaidGraphDirection.LeftToRight).Split(Environment.NewLine));
    }

    [Fact]
    public void Names_that_mermaid_cannot_read_get_an_alias()
    {
        var machine = new StateMachine<string, Walk>("front door");
        machine.Configure("front door").Permit(Walk.Enter, "hall");

        Assert.Equal(
            ["stateDiagram-v2", "\tfrontdoor : front door", "\tfrontdoor --> hall : Enter", "[*] --> frontdoor"],
            MermaidGraph.Format(machine.GetInfo()).Split(Environment.NewLine));
    }

    [Fact]
    public void A_dot_drawing_shows_clusters_actions_and_escaped_labels()
    {
        var machine = new StateMachine<string, string>("garden");
        machine.Configure("garden").Permit("enter \"quietly\"", "hall").OnExit(() => { }, "wave");
        machine.Configure("hall").SubstateOf("house").OnEntry(() => { }, "greet");
        machine.Configure("house").OnEntry(() => { }, "light");

        Assert.Equal(
            [
                "digraph {",
                "compound=true;",
                "node [shape=Mrecord]",
                "rankdir=\"LR\"",
                "",
                "subgraph \"clusterhouse\"",
                "\t{",
                "\tlabel = \"house\\n----------\\nentry / light\"",
                "\"hall\" [label=\"hall|entry / greet\"];",
                "}",
                "\"garden\" [label=\"garden|exit / wave\"];",
                "",
                "\"garden\" -> \"hall\" [style=\"solid\", label=\"enter \\\"quietly\\\"\"];",
                " init [label=\"\", shape=point];",
                " init -> \"garden\"[style = \"solid\"]",
                "}",
            ],
            UmlDotGraph.Format(machine.GetInfo()).Split(Environment.NewLine));
    }

    [Fact]
    public void A_lambda_without_a_description_has_the_default_one()
    {
        Assert.Equal("Function", InvocationInfo.DefaultFunctionDescription);
        Assert.Equal("Function", new InvocationInfo("<Main>b__0", null, InvocationInfo.Timing.Synchronous).Description);
        Assert.Equal("<null>", new InvocationInfo(null, null, InvocationInfo.Timing.Synchronous).Description);
    }

    private static StateMachine<Place, Walk> Doorway()
    {
        var machine = new StateMachine<Place, Walk>(Place.Garden);
        machine.Configure(Place.Garden).Permit(Walk.Enter, Place.Hall);
        machine.Configure(Place.Hall).SubstateOf(Place.House)
            .OnEntryFrom(Walk.Enter, () => { }, "greet")
            .Ignore(Walk.Enter)
            .PermitIf(Walk.Cook, Place.Kitchen, HasKey)
            .InternalTransition(Walk.Ring, () => { })
            .PermitDynamic(Walk.Rest, () => Place.Kitchen, "who is at home", new DynamicStateInfos { { Place.Kitchen, "someone" }, { Place.Garden, "nobody" } });
        machine.Configure(Place.Kitchen).SubstateOf(Place.House);
        machine.Configure(Place.House).Permit(Walk.Leave, Place.Street);
        return machine;
    }

    private static bool HasKey() => true;

    private static void Greet()
    {
    }
}
