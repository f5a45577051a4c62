using System.Text;
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine in the DOT language of Graphviz, in the manner of UML.</summary>
public static class UmlDotGraph
{
    private const string NewLineInLabel = "\\n";

    /// <summary>The text of the drawing, with the line ends of the environment and none at the end.</summary>
    public static string Format(StateMachineInfo machineInfo)
    {
        var graph = new GraphModel(machineInfo);
        var text = new StringBuilder()
            .AppendLine("digraph {")
            .AppendLine("compound=true;")
            .AppendLine("node [shape=Mrecord]")
            .AppendLine("rankdir=\"LR\"");

        foreach (var state in graph.States.Where(state => state.Substates.Count > 0))
            AppendCluster(text, state);
        foreach (var state in graph.States.Where(state => state.Substates.Count == 0 && !state.IsInsideAnother))
            AppendBox(text, state);
        foreach (var (node, label) in graph.Decisions)
            text.AppendLine($"\"{node.Name}\" [shape = \"diamond\", label = \"{Escape(label)}\"];");
        foreach (var arrow in graph.Arrows)
            text.AppendLine().Append($"\"{Escape(arrow.SourceState.Name)}\" -> \"{Escape(arrow.Destination.Name)}\" [style=\"solid\", label=\"{Escape(arrow.Label)}\"];");

        return text
            .AppendLine().AppendLine(" init [label=\"\", shape=point];")
            .AppendLine($" init -> \"{Escape(graph.Initial)}\"[style = \"solid\"]")
            .Append('}')
            .ToString();
    }

    private static void AppendCluster(StringBuilder text, State state)
    {
        string[] actions = [.. Actions(state)];
        var label = actions.Length == 0
            ? Escape(state.Name)
            : string.Join(NewLineInLabel, [Escape(state.Name), "----------", .. actions]);
        text.AppendLine()
            .AppendLine($"subgraph \"cluster{Escape(state.Name)}\"")
            .AppendLine("\t{")
            .AppendLine($"\tlabel = \"{label}\"");
        foreach (var substate in state.Substates)
            AppendBox(text, substate);
        text.AppendLine("}");
    }

    private static void AppendBox(StringBuilder text, State state)
    {
        string[] actions = [.. Actions(state)];
        var label = actions.Length == 0 ? Escape(state.Name) : $"{Escape(state.Name)}|{string.Join(NewLineInLabel, actions)}";
        text.AppendLine($"\"{Escape(state.Name)}\" [label=\"{label}\"];");
    }

    private static IEnumerable<string> Actions(State state) => state.EntryActions.Select(action => $"entry / {Escape(action)}")
        .Concat(state.ExitActions.Select(action => $"exit / {Escape(action)}"));

    private static string Escape(string label) => label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
