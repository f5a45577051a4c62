using System.Runtime.CompilerServices;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake;

namespace Senim.Bots.Tests.Flows;

public sealed class TheConversationPage
{
    private const string Begin = "```mermaid\n";
    private const string End = "\n```";

    [Fact]
    public void Every_drawing_and_text_stands_on_the_page_as_it_is()
    {
        // The drawings are made first, where everything is made anew.
        if (Updates.AreWanted)
            new TheDrawing().The_drawings_show_the_machines_as_they_are();
        var docs = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs");
        var page = ConversationPage.Write([.. Directory.GetFiles(Path.Combine(docs, "flows"), "*.md").OrderByDescending(file => Path.GetFileName(file), StringComparer.Ordinal).Select(Flow)]);
        var path = Path.Combine(docs, "conversation.md");
        if (Updates.AreWanted)
            File.WriteAllText(path, page);
        Assert.Equal(page, File.ReadAllText(path));

        // What is compared is worth comparing.
        foreach (var language in Languages.All)
        {
            foreach (var text in ReportTexts.All(language).Values.Where(text => !text.Contains('\n', StringComparison.Ordinal)))
                Assert.Contains($" {text} |", page, StringComparison.Ordinal);
        }
    }

    /// <summary>Each flow has its drawing in a file of its own, named after the folder of its texts.</summary>
    private static (string Title, string Resources, string Drawing) Flow(string file)
    {
        var text = File.ReadAllText(file);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var name = Path.GetFileNameWithoutExtension(file);
        var resources = typeof(ReportFlow).Assembly.GetManifestResourceNames().First(each => each.StartsWith($"Texts.{name}.", StringComparison.OrdinalIgnoreCase));
        return (text.Split('\n')[0].TrimStart('#', ' '), string.Join('.', resources.Split('.')[..2]) + '.', text[begin..text.IndexOf(End, begin, StringComparison.Ordinal)]);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
