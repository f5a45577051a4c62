using System.Text.Json.Nodes;

namespace Senim.FakeBotApi.World;

internal sealed class StoredMessage
{
    public required int Id { get; init; }

    /// <summary>Null for a message of the bot.</summary>
    public required StoredUser? From { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>"text", or the field that holds the content.</summary>
    public string Kind { get; init; } = "text";

    /// <summary>Fields besides the text, such as "voice".</summary>
    public JsonObject Content { get; init; } = [];

    public string? Text { get; set; }

    public IReadOnlyList<TextEntity> Entities { get; set; } = [];

    public InlineKeyboard Keyboard { get; set; } = InlineKeyboard.None;

    public List<string> EarlierTexts { get; } = [];

    public DateTimeOffset? EditDate { get; set; }

    public int? ReplyToMessageId { get; init; }

    public bool Silent { get; init; }

    public bool Protected { get; init; }

    public bool Deleted { get; set; }

    public bool FromBot => From is null;

    public JsonObject ToJson(StoredChat chat, JsonObject bot)
    {
        var json = new JsonObject { ["message_id"] = Id };
        if (chat.Type != "channel")
            json["from"] = From?.ToJson() ?? bot;
        json["chat"] = chat.ToJson();
        json["date"] = Date.ToUnixTimeSeconds();
        if (EditDate is { } edited)
            json["edit_date"] = edited.ToUnixTimeSeconds();
        if (ReplyToMessageId is { } replyTo && chat.Messages.TryGetValue(replyTo, out var replied) && !replied.Deleted)
            json["reply_to_message"] = new JsonObject { ["message_id"] = replyTo, ["chat"] = chat.ToJson(), ["date"] = replied.Date.ToUnixTimeSeconds(), ["text"] = replied.Text };
        foreach (var (field, value) in Content)
            json[field] = value?.DeepClone();
        if (Text is not null)
            json[Kind == "text" ? "text" : "caption"] = Text;
        if (Entities.Count > 0)
            json[Kind == "text" ? "entities" : "caption_entities"] = new JsonArray([.. Entities.Select(ToJson)]);
        if (Keyboard.Rows.Count > 0)
            json["reply_markup"] = Keyboard.ToJson();
        if (Protected)
            json["has_protected_content"] = true;
        return json;
    }

    public ChatMessage ToView(long chatId) => new(
        chatId, Id, FromBot, Kind, Text, Keyboard.Rows, Entities, [.. EarlierTexts], Date, EditDate, ReplyToMessageId, Silent, Protected, Deleted);

    private static JsonObject ToJson(TextEntity entity)
    {
        var json = new JsonObject { ["type"] = entity.Type, ["offset"] = entity.Offset, ["length"] = entity.Length };
        if (entity.Url is not null)
            json["url"] = entity.Url;
        return json;
    }
}
