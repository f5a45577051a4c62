using System.Net;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;

namespace Senim.Bots.Channels.WebChat.Page;

/// <summary>The page as written: the document, and the exact contents of its scripts and styles, by whose hashes they are allowed.</summary>
internal sealed record WrittenPage(string Html, IReadOnlyList<string> Scripts, IReadOnlyList<string> Styles);

/// <summary>Puts the page together from its files, its words in three languages, and the first question of the flow.</summary>
internal static partial class PageWriter
{
    /// <summary>Where "close" leads: a page that nobody wonders about.</summary>
    public const string ExitAddress = "https://www.kazhydromet.kz/";

    private const string Separator = " · ";

    /// <summary>The dot ends a line rather than begin the next.</summary>
    private const string Dot = "\u00a0· ";

    private const string NoScriptStyle = "#log,#choices,#welcome,footer{display:none}";

    /// <summary>One script in the page; what a later part names, an earlier one only uses once all are there.</summary>
    private static readonly string[] Scripts = ["seen.js", "way.js", "talk.js"];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Cyrillic) };

    public static WrittenPage Write(OutboundReply first)
    {
        var words = Languages.All.ToDictionary(each => each.Code(), Words);
        var choices = first.Choices.Select(row => row.Where(each => !each.IsDanger).ToList()).Where(row => row.Count > 0);
        var danger = first.Choices.SelectMany(row => row).FirstOrDefault(each => each.IsDanger);
        var style = Squeeze(Read("page.css"));
        var parts = string.Join('\n', Scripts.Select(name => Squeeze(Read(name))));
        var script = $"(() => {{\n'use strict';\n{parts}\n}})();".Replace("{{words}}", JsonSerializer.Serialize(words, Readable), StringComparison.Ordinal);
        var html = Hole().Replace(Read("page.html"), hole => hole.Groups[1].Value switch
        {
            "style" => style,
            "no_script_style" => NoScriptStyle,
            "script" => script,
            "exit_address" => ExitAddress,
            "question" => InLanguages(first.Text.Split('\n'), "p"),
            "choices" => string.Concat(choices.Select(row => $"<div class=\"row\">{string.Concat(row.Select(Button))}</div>")),
            "danger_code" => danger is null ? "" : ChoiceCode.Write(danger),
            "danger" => InLanguages(danger?.Label.Split(Separator) ?? [], "span", Dot),
            "welcome" => InLanguages([.. Languages.All.Select(each => $"{words[each.Code()]["welcome"]} {words[each.Code()]["stays"]}")], "p"),
            "no_script" => Dialled(Each("no_script", "p")),
            "exit" => Each("exit", "span", Dot),
            "say" => Each("say", "span", Separator),
            "send" => Each("send", "span", Separator),
            "write" => Safe(string.Join(Separator, words.Values.Select(each => each["write"]))),
            var key => Safe(words["kk"][key]),
        });
        return new WrittenPage(html, [script], [style, NoScriptStyle]);

        string Each(string key, string element, string between = "") =>
            InLanguages([.. Languages.All.Select(each => words[each.Code()][key])], element, between);
    }

    /// <summary>Parts that are as many as the languages are one in each, and say so to a screen reader.</summary>
    private static string InLanguages(IReadOnlyList<string> parts, string element, string between = "") =>
        string.Join(between, parts.Select((part, i) => parts.Count == Languages.All.Count
            ? $"<{element} lang=\"{Languages.All[i].Code()}\">{Safe(part)}</{element}>"
            : $"<{element}>{Safe(part)}</{element}>"));

    private static string Button(ReplyChoice choice)
    {
        var language = Languages.All.Select(each => each.Code()).Contains(choice.Value) ? $" lang=\"{choice.Value}\"" : "";
        return $"<button type=\"button\" data-code=\"{Safe(ChoiceCode.Write(choice))}\"{language}>{Safe(choice.Label)}</button>";
    }

    private static string Dialled(string html) => Number().Replace(html, "<a href=\"tel:$0\">$0</a>");

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static Dictionary<string, string> Words(Language language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read($"Texts.{language.Code()}.json"))!;

    /// <summary>Indentation and lines of comment are for those who read the source.</summary>
    private static string Squeeze(string source) => string.Join(
        '\n',
        source.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"WebChat.{name}")
            ?? throw new InvalidOperationException($"The resource WebChat.{name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\b1(0[1-4]|1[12])\b")]
    private static partial Regex Number();
}
