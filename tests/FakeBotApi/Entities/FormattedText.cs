using System.Text.Json.Nodes;
using Senim.FakeBotApi.Http;

namespace Senim.FakeBotApi.Entities;

/// <summary>A text with its entities, after the markup was read.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    /// <summary>1 to 4096 characters (Bot API, sendMessage), counted in UTF-16 units, which is never fewer than Telegram counts.</summary>
    public const int MaxLength = 4096;

    public static FormattedText Read(ApiParameters parameters)
    {
        var text = parameters.String("text") ?? string.Empty;
        var parsed = parameters.String("parse_mode") is { Length: > 0 } mode
            ? Parse(text, mode)
            : new FormattedText(text, ReadEntities(parameters, text));
        var trimmed = parsed.Trim();
        if (trimmed.Text.Length == 0)
            throw BotApiRefusal.BadRequest(text.Length == 0 ? "message text is empty" : "text must be non-empty");
        if (trimmed.Text.Length > MaxLength)
            throw BotApiRefusal.BadRequest("message is too long");
        return trimmed;
    }

    private static FormattedText Parse(string text, string mode) => mode.ToUpperInvariant() switch
    {
        "HTML" => HtmlText.Parse(text),
        "MARKDOWN" => MarkdownText.Parse(text),
        "MARKDOWNV2" => MarkdownV2Text.Parse(text),
        _ => throw BotApiRefusal.BadRequest("unsupported parse_mode"),
    };

    private static List<TextEntity> ReadEntities(ApiParameters parameters, string text)
    {
        if (parameters.Structure("entities") is not { } structure)
            return [];
        if (structure is not JsonArray array)
            throw BotApiRefusal.BadRequest("can't parse entities: expected an Array");
        var entities = new List<TextEntity>();
        foreach (var item in array)
        {
            if (item is not JsonObject entity || entity["type"] is null || entity["offset"] is null || entity["length"] is null)
                throw BotApiRefusal.BadRequest("can't parse entities: an entity needs type, offset and length");
            var (offset, length) = (entity["offset"]!.GetValue<int>(), entity["length"]!.GetValue<int>());
            if (offset < 0 || length <= 0 || offset + length > text.Length)
                throw BotApiRefusal.BadRequest("can't parse entities: an entity lies outside of the text");
            entities.Add(new TextEntity(entity["type"]!.GetValue<string>(), offset, length, entity["url"]?.GetValue<string>()));
        }

        return entities;
    }

    /// <summary>Telegram takes blanks off both ends.</summary>
    private FormattedText Trim()
    {
        var start = Text.Length - Text.TrimStart().Length;
        var trimmed = Text.Trim();
        if (trimmed.Length == Text.Length)
            return this;
        var kept = new List<TextEntity>();
        foreach (var entity in Entities)
        {
            var from = Math.Max(entity.Offset - start, 0);
            var to = Math.Min(entity.Offset + entity.Length - start, trimmed.Length);
            if (to > from)
                kept.Add(entity with { Offset = from, Length = to - from });
        }

        return new FormattedText(trimmed, kept);
    }
}
