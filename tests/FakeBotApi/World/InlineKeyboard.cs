using System.Text.Json.Nodes;

namespace Senim.FakeBotApi.World;

/// <summary>Buttons below a message.</summary>
internal sealed record InlineKeyboard(IReadOnlyList<IReadOnlyList<ChatButton>> Rows)
{
    public static InlineKeyboard None { get; } = new([]);

    public bool SameAs(InlineKeyboard other) =>
        Rows.Count == other.Rows.Count && Rows.Zip(other.Rows).All(pair => pair.First.SequenceEqual(pair.Second));

    public JsonObject ToJson() => new()
    {
        ["inline_keyboard"] = new JsonArray([.. Rows.Select(row => new JsonArray([.. row.Select(ToJson)]))]),
    };

    private static JsonObject ToJson(ChatButton button)
    {
        var json = new JsonObject { ["text"] = button.Text };
        if (button.CallbackData is not null)
            json["callback_data"] = button.CallbackData;
        if (button.Url is not null)
            json["url"] = button.Url;
        return json;
    }
}
