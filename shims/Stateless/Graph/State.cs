using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>A node of a graph: a state, a state around others, or a choice.</summary>
public class State
{
    internal State(string name) => Name = name;

    internal string Name { get; }

    internal bool IsInsideAnother { get; init; }

    internal List<State> Substates { get; } = [];

    /// <summary>Entry actions that run whatever the trigger is.</summary>
    internal List<string> EntryActions { get; init; } = [];

    internal List<string> ExitActions { get; init; } = [];

    internal static State Of(StateInfo info) => new(info.ToString())
    {
        IsInsideAnother = info.Superstate is not null,
        EntryActions = [.. info.EntryActions.Where(action => action.FromTrigger is null).Select(action => action.Method.Description)],
        ExitActions = [.. info.ExitActions.Select(action => action.Description)],
    };
}
