using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A press on an inline button.</summary>
public class CallbackQuery
{
    public string Id { get; set; } = default!;

    public User From { get; set; } = default!;

    public Message? Message { get; set; }

    [JsonPropertyName("inline_message_id")]
    public string? InlineMessageId { get; set; }

    [JsonPropertyName("chat_instance")]
    public string ChatInstance { get; set; } = default!;

    public string? Data { get; set; }

    [JsonPropertyName("game_short_name")]
    public string? GameShortName { get; set; }
}
