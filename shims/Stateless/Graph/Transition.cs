using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>An arrow of a graph.</summary>
public class Transition
{
    /// <summary>Entry actions that are shown on the arrow, because they run on its trigger.</summary>
    public List<ActionInfo> DestinationEntryActions = [];

    /// <param name="sourceState">Where the arrow begins.</param>
    /// <param name="trigger">What it stands for.</param>
    public Transition(State sourceState, TriggerInfo trigger)
    {
        SourceState = sourceState;
        Trigger = trigger;
    }

    /// <summary>The trigger.</summary>
    public TriggerInfo Trigger { get; }

    /// <summary>Whether the transition leaves and enters states.</summary>
    public bool ExecuteEntryExitActions { get; protected set; } = true;

    /// <summary>Where the arrow begins.</summary>
    public State SourceState { get; }
}

/// <summary>An arrow, where it ends and under which conditions it is taken.</summary>
internal sealed class Arrow : Transition
{
    public Arrow(State from, State to, TriggerInfo trigger, IEnumerable<string> guards, bool runsActions)
        : base(from, trigger)
    {
        Destination = to;
        Guards = [.. guards];
        ExecuteEntryExitActions = runsActions;
    }

    public State Destination { get; }

    public string[] Guards { get; }

    /// <summary>The trigger, then the actions, then the conditions.</summary>
    public string Label
    {
        get
        {
            var label = Trigger.ToString();
            if (DestinationEntryActions.Count > 0)
                label += " / " + string.Join(", ", DestinationEntryActions.Select(action => action.Method.Description));
            return label + string.Concat(Guards.Select(guard => $" [{guard}]"));
        }
    }
}
