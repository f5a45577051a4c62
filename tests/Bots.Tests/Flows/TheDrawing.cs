using System.Runtime.CompilerServices;
using Stateless.Reflection;
using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Bots.Conversation.Flows.Report;

namespace Senim.Bots.Tests.Flows;

/// <summary>The drawing in the documentation is made from the machine itself.</summary>
public sealed class TheDrawing
{
    [Fact]
    public void The_drawings_show_the_machines_as_they_are()
    {
        Compare("report.md", "The report", "`Leave`, `Wipe`, `InDanger`, `Back`, `Skip`", new ReportMachine().Describe());
        Compare("followup.md", "What follows the report", "`HandOver` to the report for danger and leaving, `Back`, `AskStatus`", new FollowMachine().Describe());
    }

    private static void Compare(string file, string title, string ways, StateMachineInfo machine)
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "flows", file);
        var drawing = $"""
            # {title}

            Made from the machine's definition by `SENIM_UPDATE_TRANSCRIPTS=1 dotnet test tests/Bots.Tests`; a test compares. Every question
            lies inside `Open`, so the ways out ({ways}) are drawn once. Ways that the same thing decides share
            one choice.

            ```mermaid
            {FlowDrawing.Of(machine).TrimEnd()}
            ```

            """.ReplaceLineEndings("\n");
        if (Updates.AreWanted)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, drawing);
        }

        Assert.Equal(drawing, File.ReadAllText(path));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
