using System.Text;

namespace Senim.FakeBotApi.Entities;

/// <summary>The old Markdown mode: entities do not nest, and a backslash escapes only what would start one.</summary>
internal static class MarkdownText
{
    public static FormattedText Parse(string text)
    {
        var result = new StringBuilder();
        var entities = new List<TextEntity>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\\' && i + 1 < text.Length && "_*`[".Contains(text[i + 1], StringComparison.Ordinal))
            {
                result.Append(text[i + 1]);
                i += 2;
            }
            else if ("_*`[".Contains(text[i], StringComparison.Ordinal))
                i = ReadEntity(text, i, result, entities);
            else
                result.Append(text[i++]);
        }

        return new FormattedText(result.ToString(), entities);
    }

    private static int ReadEntity(string text, int at, StringBuilder result, List<TextEntity> entities)
    {
        var (type, close) = text[at] switch
        {
            '_' => ("italic", "_"),
            '*' => ("bold", "*"),
            '[' => ("text_link", "]"),
            _ when text.AsSpan(at).StartsWith("```", StringComparison.Ordinal) => ("pre", "```"),
            _ => ("code", "`"),
        };
        var start = at + (type == "pre" ? 3 : 1);
        var end = text.IndexOf(close, start, StringComparison.Ordinal);
        if (end < 0)
            throw EntityErrors.CannotParse($"Can't find end of the entity starting at byte offset {EntityErrors.ByteOffset(text, at)}");

        var next = end + close.Length;
        string? url = null;
        if (type == "text_link")
        {
            var closed = next < text.Length && text[next] == '(' ? text.IndexOf(')', next) : -1;
            url = closed < 0 ? null : text[(next + 1)..closed];
            next = closed < 0 ? next : closed + 1;
        }

        if (end > start && (type != "text_link" || url is not null))
            entities.Add(new TextEntity(type, result.Length, end - start, url));
        result.Append(text, start, end - start);
        return next;
    }
}
