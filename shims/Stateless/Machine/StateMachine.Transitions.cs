namespace Stateless;

/// <content>
/// What happens when a trigger is handled, written once for both ways of firing. These iterators run plain code as they
/// go and yield the tasks of awaitable code; a caller that does not wait never receives one, because awaitable code is
/// refused before it starts.
/// </content>
public partial class StateMachine<TState, TTrigger>
{
    private const string FireAsyncInstead = "Fire [FireAsync]";

    /// <summary>A fired trigger, and whether the caller waits for tasks.</summary>
    internal readonly record struct Firing(TTrigger Trigger, object[] Arguments, bool CanAwait)
    {
        public Transition From(TState source, TState destination) => new(source, destination, Trigger, Arguments);
    }

    internal static InvalidOperationException NeedsAwaiting(string place, string instead = FireAsyncInstead) =>
        new($"Cannot execute asynchronous action specified in {place}. Use asynchronous version of {instead}");

    internal IEnumerable<Task> Move(Transition transition, Firing firing)
    {
        foreach (var pending in Leave(Find(transition.Source), transition, firing))
            yield return pending;
        foreach (var pending in Arrive(transition, firing))
            yield return pending;
    }

    /// <summary>A reentry that a superstate permits also leaves the superstate, and ends there.</summary>
    internal IEnumerable<Task> Reenter(Transition transition, Firing firing)
    {
        if (!transition.IsReentry)
        {
            foreach (var pending in Leave(Find(transition.Source), transition, firing))
                yield return pending;
            transition = firing.From(transition.Destination, transition.Destination);
        }

        foreach (var pending in Move(transition, firing))
            yield return pending;
    }

    private IEnumerable<Task> Handle(TTrigger trigger, object[] arguments, bool canAwait)
    {
        if (_parameters.TryGetValue(trigger, out var parameters))
            parameters.ValidateParameters(arguments);

        var firing = new Firing(trigger, arguments, canAwait);
        var source = State;
        var search = new Search();
        foreach (var pending in FindRule(Find(source), firing, search))
            yield return pending;

        var outcome = search.Rule is null
            ? RunUnhandled(source, firing, search.Unmet)
            : search.Rule.Apply(this, source, firing);
        foreach (var pending in outcome)
            yield return pending;
    }

    private static IEnumerable<Task> Leave(StateNode from, Transition transition, Firing firing)
    {
        var left = transition.IsReentry ? [from] : from.Lineage.TakeWhile(node => !node.Includes(transition.Destination));
        return left.SelectMany(node => node.ExitActions.Count == 0 ? [] : RunEach(node.ExitActions, transition, firing, $"OnExit for '{node.State}' state"));
    }

    private IEnumerable<Task> Arrive(Transition transition, Firing firing)
    {
        State = transition.Destination;
        foreach (var pending in RunHandlers(_onTransitioned, "OnTransitioned", transition, firing))
            yield return pending;

        var node = Find(transition.Destination);
        foreach (var pending in Enter(node, transition, firing))
            yield return pending;

        // In immediate mode an entry action may have fired: then the machine is elsewhere, and this state begins nothing.
        while (node.HasInitialTransition && (_firingMode != FiringMode.Immediate || Same(State, node.State)))
        {
            var target = node.Substates.FirstOrDefault(substate => Same(substate.State, node.InitialTransitionTarget))
                ?? throw new InvalidOperationException(
                    $"The target ({node.InitialTransitionTarget}) for the initial transition is not a substate of '{node.State}'.");
            State = target.State;
            foreach (var pending in RunHandlers(_onTransitioned, "OnTransitioned", firing.From(node.State, target.State), firing))
                yield return pending;

            var step = new InitialTransition(transition.Source, target.State, firing.Trigger, firing.Arguments);
            foreach (var pending in RunEach(target.EntryActions, step, firing, $"OnEntry for '{target.State}' state"))
                yield return pending;
            node = target;
        }

        foreach (var pending in RunHandlers(_onTransitionCompleted, "OnTransitionCompleted", firing.From(transition.Source, State), firing))
            yield return pending;
    }

    private static IEnumerable<Task> Enter(StateNode into, Transition transition, Firing firing)
    {
        var entered = transition.IsReentry ? [into] : into.Lineage.TakeWhile(node => !node.Includes(transition.Source)).Reverse();
        return entered.SelectMany(node => node.EntryActions.Count == 0 ? [] : RunEach(node.EntryActions, transition, firing, $"OnEntry for '{node.State}' state"));
    }

    // The list is copied, because an action may configure the machine.
    private static IEnumerable<Task> RunEach(List<Callback> actions, Transition transition, Firing firing, string place) =>
        actions.Where(action => action.RunsFor(transition.Trigger)).ToArray()
            .SelectMany(action => action.Run(transition, firing.Arguments, firing.CanAwait, place));
}
