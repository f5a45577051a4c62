using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Senim.FakeBotApi.Entities;

/// <summary>HTML as the Bot API reads it: a short list of tags, each closed in order, and nothing else between angle brackets.</summary>
internal static partial class HtmlText
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["b"] = "bold", ["strong"] = "bold", ["i"] = "italic", ["em"] = "italic", ["u"] = "underline", ["ins"] = "underline",
        ["s"] = "strikethrough", ["strike"] = "strikethrough", ["del"] = "strikethrough", ["span"] = "spoiler", ["tg-spoiler"] = "spoiler",
        ["a"] = "text_link", ["code"] = "code", ["pre"] = "pre", ["blockquote"] = "blockquote", ["tg-emoji"] = "custom_emoji",
    };

    public static FormattedText Parse(string text)
    {
        var result = new StringBuilder();
        var entities = new List<TextEntity>();
        var open = new Stack<(string Tag, int Start, string? Url)>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '<')
                i = ReadTag(text, i, result, open, entities);
            else if (text[i] == '&' && CharacterReference().Match(text, i) is { Success: true } reference)
            {
                result.Append(WebUtility.HtmlDecode(reference.Value));
                i += reference.Length;
            }
            else
                result.Append(text[i++]);
        }

        if (open.TryPeek(out var unclosed))
            throw EntityErrors.CannotParse($"Can't find end tag corresponding to start tag \"{unclosed.Tag}\"");
        return new FormattedText(result.ToString(), [.. entities.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)]);
    }

    private static int ReadTag(string text, int at, StringBuilder result, Stack<(string Tag, int Start, string? Url)> open, List<TextEntity> entities)
    {
        var offset = EntityErrors.ByteOffset(text, at);
        if (EndTag().Match(text, at) is { Success: true } end)
        {
            var name = end.Groups[1].Value.ToLowerInvariant();
            if (!open.TryPop(out var start))
                throw EntityErrors.CannotParse($"Unexpected end tag at byte offset {offset}");
            if (name.Length > 0 && name != start.Tag)
                throw EntityErrors.CannotParse($"Unmatched end tag at byte offset {offset}, expected \"</{start.Tag}>\", found \"</{name}>\"");
            AddEntity(start, result, entities);
            return at + end.Length;
        }

        var tag = StartTag().Match(text, at);
        var tagName = TagName().Match(text, at + 1).Value.ToLowerInvariant();
        if (!Types.ContainsKey(tagName))
            throw EntityErrors.CannotParse($"Unsupported start tag \"{tagName}\" at byte offset {offset}");
        if (!tag.Success)
            throw EntityErrors.CannotParse($"Unclosed start tag at byte offset {offset}");
        var attributes = Attribute().Matches(tag.Groups[2].Value)
            .ToDictionary(match => match.Groups[1].Value.ToLowerInvariant(), match => WebUtility.HtmlDecode(match.Groups[2].Value + match.Groups[3].Value + match.Groups[4].Value));
        if (tagName == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
            throw EntityErrors.CannotParse($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {offset}");
        open.Push((tagName, result.Length, attributes.GetValueOrDefault("href")));
        return at + tag.Length;
    }

    /// <summary>A link without a target takes its text; an empty part is none.</summary>
    private static void AddEntity((string Tag, int Start, string? Url) start, StringBuilder result, List<TextEntity> entities)
    {
        var length = result.Length - start.Start;
        if (length == 0)
            return;
        var url = start.Tag == "a" ? start.Url ?? result.ToString(start.Start, length) : null;
        if (url is null || Uri.TryCreate(url, UriKind.Absolute, out _))
            entities.Add(new TextEntity(Types[start.Tag], start.Start, length, url));
    }

    [GeneratedRegex(@"\G&(?:lt|gt|amp|quot|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});", RegexOptions.CultureInvariant)]
    private static partial Regex CharacterReference();

    [GeneratedRegex(@"\G</\s*([^\s>]*)\s*>", RegexOptions.CultureInvariant)]
    private static partial Regex EndTag();

    [GeneratedRegex("""\G<([a-zA-Z][a-zA-Z-]*)((?:\s+[^\s=>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*>""", RegexOptions.CultureInvariant)]
    private static partial Regex StartTag();

    [GeneratedRegex(@"\G[^\s>]*", RegexOptions.CultureInvariant)]
    private static partial Regex TagName();

    [GeneratedRegex("""([^\s=>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
