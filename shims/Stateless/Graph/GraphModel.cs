using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Nodes and arrows of a machine in the order in which graphs show them.</summary>
internal sealed class GraphModel
{
    private readonly OrderedDictionary<string, State> _states = [];
    private readonly List<(State Node, string Label)> _decisions = [];
    private readonly List<Arrow> _arrows = [];

    public GraphModel(StateMachineInfo machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        Initial = machine.InitialState.ToString();
        foreach (var info in machine.States.Where(info => info.Superstate is null && info.Substates.Any()))
            AddWithSubstates(info);
        foreach (var info in machine.States)
            _states.TryAdd(info.ToString(), State.Of(info));
        foreach (var info in machine.States)
            AddArrows(info);
        foreach (var info in machine.States)
            AddEntryActions(info);
    }

    public string Initial { get; }

    /// <summary>States around others and their substates first, then single states.</summary>
    public IEnumerable<State> States => _states.Values;

    /// <summary>Choices of dynamic transitions.</summary>
    public IReadOnlyList<(State Node, string Label)> Decisions => _decisions;

    public IReadOnlyList<Arrow> Arrows => _arrows;

    private State AddWithSubstates(StateInfo info)
    {
        var state = State.Of(info);
        if (!_states.TryAdd(state.Name, state))
            return _states[state.Name];
        foreach (var substate in info.Substates)
            state.Substates.Add(AddWithSubstates(substate));
        return state;
    }

    private void AddArrows(StateInfo info)
    {
        var from = _states[info.ToString()];
        foreach (var transition in info.FixedTransitions)
            _arrows.Add(ArrowOf(from, _states[transition.DestinationState.ToString()], transition, !transition.IsInternalTransition));

        foreach (var transition in info.DynamicTransitions)
        {
            var decision = new State($"Decision{_decisions.Count + 1}");
            _decisions.Add((decision, transition.DestinationStateSelectorDescription.Description));
            _arrows.Add(ArrowOf(from, decision, transition, runsActions: true));
            foreach (var possible in transition.PossibleDestinationStates ?? [])
            {
                if (_states.TryGetValue(possible.DestinationState, out var to))
                    _arrows.Add(new Arrow(decision, to, transition.Trigger, [possible.Criterion], runsActions: true));
            }
        }

        foreach (var transition in info.IgnoredTriggers)
            _arrows.Add(ArrowOf(from, from, transition, runsActions: false));
    }

    /// <summary>An arrow shows actions of its trigger alone; a reentry shows the others too, because nothing else says that they run.</summary>
    private void AddEntryActions(StateInfo info)
    {
        var state = _states[info.ToString()];
        foreach (var arrow in _arrows.Where(arrow => arrow.Destination == state && arrow.ExecuteEntryExitActions))
        {
            if (arrow.SourceState == state)
                arrow.DestinationEntryActions.AddRange(info.EntryActions.Where(action => action.FromTrigger is null));
            arrow.DestinationEntryActions.AddRange(info.EntryActions.Where(action => action.FromTrigger == arrow.Trigger.ToString()));
        }
    }

    private static Arrow ArrowOf(State from, State to, TransitionInfo transition, bool runsActions) =>
        new(from, to, transition.Trigger, transition.GuardConditionsMethodDescriptions.Select(guard => guard.Description), runsActions);
}
