namespace Stateless;

/// <summary>A permitted trigger and the parameters it was given.</summary>
/// <typeparam name="TState">The type of states.</typeparam>
/// <typeparam name="TTrigger">The type of triggers.</typeparam>
public sealed class TriggerDetails<TState, TTrigger>
{
    internal TriggerDetails(TTrigger trigger, StateMachine<TState, TTrigger>.TriggerWithParameters parameters)
    {
        Trigger = trigger;
        Parameters = parameters;
    }

    /// <summary>The trigger.</summary>
    public TTrigger Trigger { get; }

    /// <summary>Whether SetTriggerParameters was called for it.</summary>
    public bool HasParameters => Parameters is not null;

    /// <summary>Its parameters, or null.</summary>
    public StateMachine<TState, TTrigger>.TriggerWithParameters Parameters { get; }
}
