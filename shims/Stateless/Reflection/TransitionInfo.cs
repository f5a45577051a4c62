namespace Stateless.Reflection;

/// <summary>One way a state answers a trigger.</summary>
public abstract class TransitionInfo
{
    /// <summary>The conditions, in the order they were configured.</summary>
    public IEnumerable<InvocationInfo> GuardConditionsMethodDescriptions = [];

    /// <summary>For derived kinds of transition.</summary>
    protected TransitionInfo()
    {
    }

    /// <summary>The trigger that is answered.</summary>
    public TriggerInfo Trigger { get; protected set; }

    /// <summary>Whether the state is neither left nor entered.</summary>
    public bool IsInternalTransition { get; protected set; }
}

/// <summary>A transition whose destination is known from the configuration.</summary>
public class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards, StateInfo destination, bool isInternal)
    {
        Trigger = trigger;
        GuardConditionsMethodDescriptions = guards;
        DestinationState = destination;
        IsInternalTransition = isInternal;
    }

    /// <summary>Where the transition leads.</summary>
    public StateInfo DestinationState { get; }
}

/// <summary>A transition whose destination is chosen when the trigger is fired.</summary>
public class DynamicTransitionInfo : TransitionInfo
{
    private DynamicTransitionInfo()
    {
    }

    /// <summary>The method that chooses.</summary>
    public InvocationInfo DestinationStateSelectorDescription { get; private set; }

    /// <summary>What it may choose, where the configuration says so; otherwise null.</summary>
    public DynamicStateInfos PossibleDestinationStates { get; private set; }

    /// <summary>Describes a dynamic transition.</summary>
    public static DynamicTransitionInfo Create<TTrigger>(
        TTrigger trigger, IEnumerable<InvocationInfo> guards, InvocationInfo selector, DynamicStateInfos possibleStates) => new()
        {
            Trigger = new TriggerInfo(trigger),
            GuardConditionsMethodDescriptions = guards ?? [],
            DestinationStateSelectorDescription = selector,
            PossibleDestinationStates = possibleStates,
        };
}

/// <summary>A trigger that the state accepts without doing anything.</summary>
public class IgnoredTransitionInfo : TransitionInfo
{
    internal IgnoredTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards)
    {
        Trigger = trigger;
        GuardConditionsMethodDescriptions = guards;
    }
}
