using System.Text.Json;
using System.Text.Json.Nodes;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Senim.Bots.Channels.Telegram;

/// <summary>
/// From JSON to an update. The library refuses an update as a whole when one member of it has a form it does not know; what was said is
/// then read without the rest.
/// </summary>
internal static class TelegramReading
{
    private static readonly string[] Kinds = ["message", "edited_message"];

    /// <returns>The update, or null for what is none; whether the library refused it.</returns>
    public static (Update? Update, bool WasRefused) Read(JsonElement json)
    {
        try
        {
            return (json.Deserialize<Update>(JsonBotAPI.Options), false);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return (Salvage(json), true);
        }
    }

    /// <inheritdoc cref="Read(JsonElement)"/>
    public static (Update? Update, bool WasRefused) Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return (null, true);
        }
    }

    private static Update? Salvage(JsonElement json)
    {
        try
        {
            if (JsonObject.Create(json) is not { } whole)
                return null;
            var bare = Only(whole, "update_id")!;
            foreach (var kind in Kinds)
                bare[kind] = Bare(whole[kind]);
            if (Only(whole["callback_query"], "id", "data") is { } press)
            {
                press["message"] = Bare(whole["callback_query"]!["message"]);
                bare["callback_query"] = press;
            }

            return bare.Deserialize<Update>(JsonBotAPI.Options);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            return null;
        }
    }

    private static JsonObject? Bare(JsonNode? message)
    {
        var bare = Only(message, "message_id", "edit_date", "text", "caption");
        if (bare is not null)
            bare["chat"] = Only(message!["chat"], "id", "type");
        return bare;
    }

    private static JsonObject? Only(JsonNode? node, params ReadOnlySpan<string> members)
    {
        if (node is not JsonObject whole)
            return null;
        var bare = new JsonObject();
        foreach (var member in members)
            bare[member] = whole[member]?.DeepClone();
        return bare;
    }

    private static bool IsUnreadable(Exception error) =>
        error is JsonException or NotSupportedException or InvalidOperationException or FormatException or ArgumentException;
}
