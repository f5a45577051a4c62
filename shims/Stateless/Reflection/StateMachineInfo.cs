namespace Stateless.Reflection;

/// <summary>A snapshot of a machine's configuration.</summary>
public class StateMachineInfo
{
    internal StateMachineInfo(StateInfo initialState, IEnumerable<StateInfo> states, Type stateType, Type triggerType)
    {
        InitialState = initialState;
        States = states;
        StateType = stateType;
        TriggerType = triggerType;
    }

    /// <summary>The state the machine was created in.</summary>
    public StateInfo InitialState { get; }

    /// <summary>Configured states in the order of configuration, then those that are only destinations.</summary>
    public IEnumerable<StateInfo> States { get; }

    /// <summary>The type of states.</summary>
    public Type StateType { get; }

    /// <summary>The type of triggers.</summary>
    public Type TriggerType { get; }
}

/// <summary>A trigger.</summary>
public class TriggerInfo
{
    internal TriggerInfo(object underlyingTrigger) => UnderlyingTrigger = underlyingTrigger;

    /// <summary>The trigger's value.</summary>
    public object UnderlyingTrigger { get; }

    /// <inheritdoc />
    public override string ToString() => UnderlyingTrigger?.ToString() ?? "<null>";
}
