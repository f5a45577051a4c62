using System.Runtime.CompilerServices;
using Senim.Bots.Conversation.Flows.Report;

namespace Senim.Bots.Tests.Flows;

/// <summary>The drawing in the documentation is made from the machine itself.</summary>
public sealed class TheDrawing
{
    [Fact]
    public void The_drawing_of_the_report_shows_the_machine_as_it_is()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "flows", "report.md");
        var drawing = $"""
            # The report

            Made from the machine's definition by `SENIM_UPDATE_TRANSCRIPTS=1 dotnet test tests/Bots.Tests`; a test compares. Every question
            lies inside `Open`, so the ways out (`Leave`, `Wipe`, `InDanger`, `Back`, `Skip`) are drawn once. Ways that the same thing decides share
            one choice.

            ```mermaid
            {FlowDrawing.Of(new ReportMachine().Describe()).TrimEnd()}
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
