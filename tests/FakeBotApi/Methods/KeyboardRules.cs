using System.Text;
using System.Text.Json.Nodes;
using Senim.FakeBotApi.Http;
using Senim.FakeBotApi.World;

namespace Senim.FakeBotApi.Methods;

/// <summary>Reads reply_markup and holds it to the Bot API's limits.</summary>
internal static class KeyboardRules
{
    private const int MaxButtons = 100;

    /// <summary>Bot API, InlineKeyboardButton: callback_data has 1 to 64 bytes.</summary>
    private const int MaxCallbackDataBytes = 64;

    private static readonly string[] OtherActions =
        ["web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay"];

    private static readonly string[] OtherMarkups = ["keyboard", "remove_keyboard", "force_reply"];

    /// <summary>Reply keyboards and their removal are taken and not shown: they change the user's keyboard, not the message.</summary>
    public static InlineKeyboard ReadAny(ApiParameters parameters)
    {
        if (parameters.Structure("reply_markup") is not { } markup)
            return InlineKeyboard.None;
        if (markup is not JsonObject fields)
            throw BotApiRefusal.BadRequest("object expected as reply markup");
        if (fields.ContainsKey("inline_keyboard"))
            return ReadInline(fields);
        return Array.Exists(OtherMarkups, fields.ContainsKey)
            ? InlineKeyboard.None
            : throw BotApiRefusal.BadRequest("can't parse reply keyboard markup JSON object");
    }

    public static InlineKeyboard ReadInlineOnly(ApiParameters parameters)
    {
        if (parameters.Structure("reply_markup") is not { } markup)
            return InlineKeyboard.None;
        return markup is JsonObject fields && fields.ContainsKey("inline_keyboard") ? ReadInline(fields) : throw BotApiRefusal.BadRequest("inline keyboard expected");
    }

    private static InlineKeyboard ReadInline(JsonObject markup)
    {
        if (markup["inline_keyboard"] is not JsonArray rows)
            throw BotApiRefusal.BadRequest("can't parse inline keyboard: field \"inline_keyboard\" must be of type Array");
        var read = new List<IReadOnlyList<ChatButton>>();
        foreach (var row in rows)
        {
            if (row is not JsonArray buttons)
                throw BotApiRefusal.BadRequest("can't parse inline keyboard: a row must be of type Array");
            if (buttons.Count > 0)
                read.Add([.. buttons.Select(ReadButton)]);
        }

        if (read.Sum(row => row.Count) > MaxButtons)
            throw BotApiRefusal.BadRequest("reply markup is too long");
        return new InlineKeyboard(read);
    }

    private static ChatButton ReadButton(JsonNode? node)
    {
        if (node is not JsonObject button)
            throw BotApiRefusal.BadRequest("can't parse inline keyboard button: expected an Object");
        var text = Field(button, "text");
        if (string.IsNullOrWhiteSpace(text))
            throw BotApiRefusal.BadRequest("can't parse inline keyboard button: field \"text\" must be non-empty");
        var (data, url) = (Field(button, "callback_data"), Field(button, "url"));
        var actions = (data is null ? 0 : 1) + (url is null ? 0 : 1) + OtherActions.Count(button.ContainsKey);
        if (actions == 0)
            throw BotApiRefusal.BadRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if (actions > 1)
            throw BotApiRefusal.BadRequest("can't parse inline keyboard button: exactly one action is allowed");
        if (data is not null && Encoding.UTF8.GetByteCount(data) is 0 or > MaxCallbackDataBytes)
            throw BotApiRefusal.BadRequest("BUTTON_DATA_INVALID");
        if (url is not null && !IsButtonUrl(url))
            throw BotApiRefusal.BadRequest($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
        return new ChatButton(text, data, url);
    }

    private static string? Field(JsonObject button, string name)
    {
        if (button[name] is not { } node)
            return null;
        return node is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw BotApiRefusal.BadRequest($"can't parse inline keyboard button: field \"{name}\" must be of type String");
    }

    private static bool IsButtonUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "tg");
}
