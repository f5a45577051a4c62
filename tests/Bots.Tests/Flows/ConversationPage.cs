using System.Globalization;
using System.Text;
using System.Text.Json;
using Senim.Bots.Channels.Telegram;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Questions;

namespace Senim.Bots.Tests.Flows;

/// <summary>
/// One page with everything that a reporter may read: the drawing of each flow, and its texts in three languages side by side, with the variants for
/// a child and an adult under the text that they stand for.
/// </summary>
internal static class ConversationPage
{
    private const string Marker = "kk.json";

    /// <summary>Endings of keys of variants (the longest way of saying it first), and whom they address.</summary>
    private static readonly (string Ending, string Reader)[] Readers =
    [
        (".me", "a child about itself"), (".friend", "a child about another"), (".child", "a child"), (".adult", "an adult"),
    ];

    private static readonly (string Resource, string Title)[] Titles =
    [
        ("Texts.Report.", "With buttons"),
        ("Texts.Report.sms-", "By SMS"),
        ("Texts.FollowUp.", "All of it"),
    ];

    /// <param name="flows">Title, prefix of the resources with its texts, and drawing of each flow.</param>
    public static string Write(IReadOnlyList<(string Title, string Resources, string Drawing)> flows)
    {
        var page = new StringBuilder(
            """
            # What is said

            Made from the code by `SENIM_UPDATE_TRANSCRIPTS=1 dotnet test tests/Bots.Tests`; a test compares. Texts are to be changed in the files that
            each section names. Words in braces are filled in. A row in italics is the variant of the text above it for one reader; where a
            language has none, the text above serves.


            """.ReplaceLineEndings("\n"));
        foreach (var (title, resources, drawing) in flows)
        {
            page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n```mermaid\n{drawing.TrimEnd()}\n```\n\n");
            foreach (var resource in Resources(resources))
                WriteTexts(page, resource);
        }

        page.Append("## Around the conversation\n\n");
        page.Append("### The chat page\n\n");
        WriteTable(page, Read("WebChat.Texts."));
        page.Append("### In Telegram beside the chat\n\n");
        WriteTable(page, Languages.All.ToDictionary(each => each, Beside));
        page.Append("### What staff may ask\n\n`src/Intake.Core/Questions/Texts/kk.json`, `…ru.json`, `…en.json`\n\n");
        WriteTable(page, Languages.All.ToDictionary(each => each, each => QuestionWording.All(each).OrderBy(text => text.Key, StringComparer.Ordinal).ToDictionary(text => text.Key, text => text.Value)));
        page.Append("### When the service itself fails\n\n");
        WriteTable(page, Languages.All.ToDictionary(each => each, each => new Dictionary<string, string> { ["calm"] = CalmWords.Text(each) }));
        return page.ToString().TrimEnd() + "\n";
    }

    private static Dictionary<string, string> Beside(Language language)
    {
        var words = TelegramWords.For(language);
        var texts = new Dictionary<string, string> { ["description"] = words.Description, ["short description"] = words.ShortDescription, ["past"] = words.Past };
        foreach (var (name, description) in words.Commands)
            texts[$"/{name}"] = description;
        return texts;
    }

    /// <summary>Those of one flow, the shortest name first: what is shown with buttons, then what is sent as SMS.</summary>
    private static IEnumerable<string> Resources(string prefix) => typeof(ReportFlow).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(Marker, StringComparison.Ordinal))
        .Select(name => name[..^Marker.Length])
        .OrderBy(name => name.Length);

    private static void WriteTexts(StringBuilder page, string resource)
    {
        var title = Titles.Single(known => known.Resource == resource).Title;
        var folder = resource.Split('.')[1];
        page.Append(CultureInfo.InvariantCulture, $"### {title}\n\n`src/Bots/Conversation/Flows/{folder}/Texts/{resource.Split('.')[2]}kk.json`, `…ru.json`, `…en.json`\n\n");
        WriteTable(page, Read(resource));
    }

    private static void WriteTable(StringBuilder page, Dictionary<Language, Dictionary<string, string>> texts)
    {
        page.Append("| | Қазақша | Русский | English |\n| --- | --- | --- | --- |\n");
        var keys = Languages.All.SelectMany(each => texts[each].Keys).Distinct().ToList();
        foreach (var key in keys.Where(key => Variant(key, keys) is null))
        {
            WriteRow(page, $"`{key}`", key, texts);
            foreach (var (ending, reader) in Readers.Where(each => keys.Contains(key + each.Ending) && Variant(key + each.Ending, keys) == key))
                WriteRow(page, $"*{reader}*", key + ending, texts);
        }

        page.Append('\n');
    }

    private static void WriteRow(StringBuilder page, string name, string key, Dictionary<Language, Dictionary<string, string>> texts)
    {
        page.Append(CultureInfo.InvariantCulture, $"| {name} |");
        foreach (var language in Languages.All)
            page.Append(CultureInfo.InvariantCulture, $" {(texts[language].TryGetValue(key, out var text) ? Cell(text) : "")} |");
        page.Append('\n');
    }

    /// <summary>The key of the text that this one is a variant of; null for one that is none.</summary>
    private static string? Variant(string key, List<string> keys) =>
        Readers.Where(each => key.EndsWith(each.Ending, StringComparison.Ordinal)).Select(each => key[..^each.Ending.Length]).FirstOrDefault(keys.Contains);

    private static string Cell(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("\n", "<br>", StringComparison.Ordinal);

    private static Dictionary<Language, Dictionary<string, string>> Read(string resource) => Languages.All.ToDictionary(each => each, each =>
    {
        using var stream = typeof(ReportFlow).Assembly.GetManifestResourceStream($"{resource}{each.Code()}.json")
            ?? throw new InvalidOperationException($"{resource}{each.Code()}.json is missing.");

        // In the order of the file.
        return JsonDocument.Parse(stream).RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!);
    });
}
