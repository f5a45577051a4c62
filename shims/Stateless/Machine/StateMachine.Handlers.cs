namespace Stateless;

/// <content>Handlers of every transition, and of triggers that nothing answers.</content>
public partial class StateMachine<TState, TTrigger>
{
    private readonly List<Callback> _onTransitioned = [];
    private readonly List<Callback> _onTransitionCompleted = [];
    private Action<TState, TTrigger, ICollection<string>> _onUnhandled = Refuse;
    private Func<TState, TTrigger, ICollection<string>, Task> _onUnhandledAsync;

    /// <summary>Adds a handler that runs after the state has changed and before entry actions.</summary>
    public void OnTransitioned(Action<Transition> onTransitionAction) => _onTransitioned.Add(Callback.Of(onTransitionAction));

    /// <summary>As <see cref="OnTransitioned"/>, awaited. Only FireAsync works from then on.</summary>
    public void OnTransitionedAsync(Func<Transition, Task> onTransitionAction) => _onTransitioned.Add(Callback.Of(onTransitionAction));

    /// <summary>Adds a handler that runs after entry actions.</summary>
    public void OnTransitionCompleted(Action<Transition> onTransitionAction) => _onTransitionCompleted.Add(Callback.Of(onTransitionAction));

    /// <summary>As <see cref="OnTransitionCompleted"/>, awaited. Only FireAsync works from then on.</summary>
    public void OnTransitionCompletedAsync(Func<Transition, Task> onTransitionAction) =>
        _onTransitionCompleted.Add(Callback.Of(onTransitionAction));

    /// <summary>Replaces the exception for a trigger that nothing answers.</summary>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        OnUnhandledTrigger((state, trigger, _) => unhandledTriggerAction(state, trigger));
    }

    /// <summary>Replaces the exception; the handler also gets the unmet guards, or null when no state knows the trigger.</summary>
    public void OnUnhandledTrigger(Action<TState, TTrigger, ICollection<string>> unhandledTriggerAction)
    {
        _onUnhandled = unhandledTriggerAction ?? throw new ArgumentNullException(nameof(unhandledTriggerAction));
        _onUnhandledAsync = null;
    }

    /// <summary>Replaces the exception for a trigger that nothing answers; needs FireAsync.</summary>
    public void OnUnhandledTriggerAsync(Func<TState, TTrigger, Task> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        OnUnhandledTriggerAsync((state, trigger, _) => unhandledTriggerAction(state, trigger));
    }

    /// <summary>Replaces the exception; the handler also gets the unmet guards; needs FireAsync.</summary>
    public void OnUnhandledTriggerAsync(Func<TState, TTrigger, ICollection<string>, Task> unhandledTriggerAction) =>
        _onUnhandledAsync = unhandledTriggerAction ?? throw new ArgumentNullException(nameof(unhandledTriggerAction));

    private static void Refuse(TState state, TTrigger trigger, ICollection<string> unmet) => throw new InvalidOperationException(unmet?.Count > 0
        ? $"Trigger '{trigger}' is valid for transition from state '{state}' but a guard conditions are not met. Guard descriptions: '{string.Join(", ", unmet)}'."
        : $"No valid leaving transitions are permitted from state '{state}' for trigger '{trigger}'. Consider ignoring the trigger.");

    private IEnumerable<Task> RunUnhandled(TState source, Firing firing, ICollection<string> unmet)
    {
        if (_onUnhandledAsync is null)
            _onUnhandled(source, firing.Trigger, unmet);
        else if (firing.CanAwait)
            yield return _onUnhandledAsync(source, firing.Trigger, unmet);
        else
            throw NeedsAwaiting("OnUnhandledTrigger");
    }

    /// <summary>Plain handlers run before awaited ones; a caller that does not wait is refused before any of them.</summary>
    private static IEnumerable<Task> RunHandlers(List<Callback> handlers, string place, Transition transition, Firing firing)
    {
        if (handlers.Count == 0)
            return [];
        if (!firing.CanAwait && handlers.Exists(handler => handler.IsAwaited))
            throw NeedsAwaiting(place);
        return handlers.OrderBy(handler => handler.IsAwaited).ToArray()
            .SelectMany(handler => handler.Run(transition, firing.Arguments, firing.CanAwait, place));
    }
}
