using System.Text;
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine as a Mermaid state diagram.</summary>
public static class MermaidGraph
{
    /// <summary>The text of the diagram, with the line ends of the environment and none at the end.</summary>
    public static string Format(StateMachineInfo machineInfo, MermaidGraphDirection? direction = null)
    {
        var graph = new GraphModel(machineInfo);
        var names = Aliases(graph);
        string Name(State state) => names.GetValueOrDefault(state.Name, state.Name);

        var text = new StringBuilder("stateDiagram-v2").AppendLine();
        if (direction is { } chosen)
            text.AppendLine($"\tdirection {Code(chosen)}");
        foreach (var state in graph.States.Where(state => Name(state) != state.Name))
            text.AppendLine($"\t{Name(state)} : {state.Name}");
        foreach (var state in graph.States.Where(state => state.Substates.Count > 0))
        {
            text.AppendLine($"\tstate {Name(state)} {{");
            foreach (var substate in state.Substates)
                text.AppendLine($"\t\t{Name(substate)}");
            text.AppendLine("\t}");
        }

        foreach (var (node, _) in graph.Decisions)
            text.AppendLine($"\tstate {node.Name} <<choice>>");
        foreach (var arrow in graph.Arrows)
            text.AppendLine($"\t{Name(arrow.SourceState)} --> {Name(arrow.Destination)} : {arrow.Label}");
        return text.Append($"[*] --> {names.GetValueOrDefault(graph.Initial, graph.Initial)}").ToString();
    }

    /// <summary>Names of states that Mermaid can read: without spaces, colons and hyphens, and unlike each other.</summary>
    private static Dictionary<string, string> Aliases(GraphModel graph)
    {
        var names = new Dictionary<string, string>();
        var taken = new HashSet<string>();
        foreach (var state in graph.States)
        {
            var plain = string.Concat(state.Name.Where(letter => !char.IsWhiteSpace(letter) && letter is not (':' or '-')));
            var alias = plain;
            for (var number = 1; !taken.Add(alias); number++)
                alias = $"{plain}_{number}";
            names.Add(state.Name, alias);
        }

        return names;
    }

    private static string Code(MermaidGraphDirection direction) => direction switch
    {
        MermaidGraphDirection.LeftToRight => "LR",
        MermaidGraphDirection.RightToLeft => "RL",
        MermaidGraphDirection.TopToBottom => "TB",
        MermaidGraphDirection.BottomToTop => "BT",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, null),
    };
}

/// <summary>Where a Mermaid diagram begins and ends.</summary>
public enum MermaidGraphDirection
{
    /// <summary>From left to right.</summary>
    LeftToRight,

    /// <summary>From right to left.</summary>
    RightToLeft,

    /// <summary>From top to bottom.</summary>
    TopToBottom,

    /// <summary>From bottom to top.</summary>
    BottomToTop,
}
