using System.Globalization;
using System.Text;
using Stateless.Reflection;

namespace Senim.Bots.Tests.Flows;

/// <summary>
/// Draws a flow's machine for people: ways that are decided by the same thing share one choice, and triggers that lead the same way share one
/// arrow.
/// </summary>
internal static class FlowDrawing
{
    public static string Of(StateMachineInfo machine)
    {
        var drawing = new StringBuilder("stateDiagram-v2\n");
        var states = machine.States.ToList();
        foreach (var group in states.Where(state => state.Substates.Any()))
        {
            drawing.Append(CultureInfo.InvariantCulture, $"\tstate {group.UnderlyingState} {{\n");
            foreach (var inner in group.Substates)
                drawing.Append(CultureInfo.InvariantCulture, $"\t\t{inner.UnderlyingState}\n");
            drawing.Append("\t}\n");
        }

        var choices = Choices(states);
        foreach (var (name, choice) in choices)
            drawing.Append(CultureInfo.InvariantCulture, $"\tstate \"{choice.Said}\" as {name} <<choice>>\n");
        foreach (var state in states)
        {
            foreach (var (to, triggers) in Arrows(state, choices))
                drawing.Append(CultureInfo.InvariantCulture, $"\t{state.UnderlyingState} --> {to} : {string.Join(", ", triggers)}\n");
        }

        foreach (var (name, choice) in choices)
        {
            foreach (var to in choice.States)
                drawing.Append(CultureInfo.InvariantCulture, $"\t{name} --> {to}\n");
        }

        return drawing.Append(CultureInfo.InvariantCulture, $"\t[*] --> {machine.InitialState.UnderlyingState}\n").ToString();
    }

    private static Dictionary<string, (string Said, IReadOnlyList<string> States)> Choices(IEnumerable<StateInfo> states)
    {
        var choices = new Dictionary<string, (string Said, IReadOnlyList<string> States)>();
        foreach (var way in states.SelectMany(state => state.DynamicTransitions))
            choices.TryAdd(Name(way), (Said(way), [.. way.PossibleDestinationStates.Select(to => to.DestinationState)]));
        return choices;
    }

    private static IEnumerable<(string To, IReadOnlyList<string> Triggers)> Arrows(StateInfo state, IReadOnlyDictionary<string, (string Said, IReadOnlyList<string> States)> choices)
    {
        var arrows = new List<(string To, string Trigger)>();
        foreach (var way in state.FixedTransitions)
            arrows.Add(($"{way.DestinationState.UnderlyingState}", Label(way)));
        foreach (var way in state.DynamicTransitions.Where(way => choices.ContainsKey(Name(way))))
            arrows.Add((Name(way), Label(way)));
        return arrows.GroupBy(arrow => arrow.To).Select(same => (same.Key, (IReadOnlyList<string>)[.. same.Select(arrow => arrow.Trigger).Distinct()]));
    }

    private static string Label(TransitionInfo way) =>
        way.GuardConditionsMethodDescriptions.Select(guard => guard.Description).Where(said => said is not ("" or "Function")).ToList() is { Count: > 0 } guards
            ? $"{way.Trigger} ({string.Join(", ", guards)})"
            : $"{way.Trigger}";

    private static string Said(DynamicTransitionInfo way) => way.PossibleDestinationStates.First().Criterion;

    private static string Name(DynamicTransitionInfo way) =>
        string.Concat(Said(way).Split(' ').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
}
