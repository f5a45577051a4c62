using System.Runtime.CompilerServices;
using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Triage;

/// <summary>A message of the floor table and the level it has by the definitions of the levels.</summary>
public sealed record FloorMessage(string Column, Urgency Level, string Text);

/// <summary>The tables beside this file, written before the words that they measure.</summary>
public static class FloorTable
{
    public static IReadOnlyList<FloorMessage> Floor { get; } = Read("floor.tsv");

    /// <summary>The floor and the messages that came later.</summary>
    public static IReadOnlyList<FloorMessage> All { get; } = [.. Read("floor.tsv"), .. Read("heldout.tsv")];

    /// <summary>Written before their author had seen the words of the engine; a half of them was not looked at until the words were done.</summary>
    public static IReadOnlyList<FloorMessage> Halves { get; } = Read("halves.tsv");

    /// <summary>Families of danger, and everyday words that look like them.</summary>
    public static IReadOnlyList<FloorMessage> Families { get; } = Read("families.tsv");

    private static List<FloorMessage> Read(string file, [CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(cells => new FloorMessage(cells[0], Enum.Parse<Urgency>(cells[1]), cells[2]))];
}
