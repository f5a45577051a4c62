namespace Stateless.Reflection;

/// <summary>A state, what it does and where it leads.</summary>
public class StateInfo
{
    internal StateInfo(object underlyingState) => UnderlyingState = underlyingState;

    /// <summary>The state's value.</summary>
    public object UnderlyingState { get; }

    /// <summary>States directly inside this one.</summary>
    public IEnumerable<StateInfo> Substates { get; internal set; } = [];

    /// <summary>The state directly around this one, or null.</summary>
    public StateInfo Superstate { get; internal set; }

    /// <summary>What runs when the state is entered.</summary>
    public IEnumerable<ActionInfo> EntryActions { get; internal set; } = [];

    /// <summary>What runs when the machine is activated in this state.</summary>
    public IEnumerable<InvocationInfo> ActivateActions { get; internal set; } = [];

    /// <summary>What runs when the machine is deactivated in this state.</summary>
    public IEnumerable<InvocationInfo> DeactivateActions { get; internal set; } = [];

    /// <summary>What runs when the state is left.</summary>
    public IEnumerable<InvocationInfo> ExitActions { get; internal set; } = [];

    /// <summary>Fixed and dynamic transitions.</summary>
    public IEnumerable<TransitionInfo> Transitions => FixedTransitions.Concat<TransitionInfo>(DynamicTransitions);

    /// <summary>Transitions with a known destination, reentries and internal ones included.</summary>
    public IEnumerable<FixedTransitionInfo> FixedTransitions { get; internal set; } = [];

    /// <summary>Transitions whose destination is chosen at run time.</summary>
    public IEnumerable<DynamicTransitionInfo> DynamicTransitions { get; internal set; } = [];

    /// <summary>Triggers that are accepted without doing anything.</summary>
    public IEnumerable<IgnoredTransitionInfo> IgnoredTriggers { get; internal set; } = [];

    /// <inheritdoc />
    public override string ToString() => UnderlyingState?.ToString() ?? "<null>";
}
