using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A special part of a text, such as a link or bold words; offsets count UTF-16 units.</summary>
public class MessageEntity
{
    public MessageEntityType Type { get; set; }

    public int Offset { get; set; }

    public int Length { get; set; }

    public string? Url { get; set; }

    public User? User { get; set; }

    public string? Language { get; set; }

    [JsonPropertyName("custom_emoji_id")]
    public string? CustomEmojiId { get; set; }

    [JsonPropertyName("unix_time"), JsonConverter(typeof(UnixDateTimeConverter))]
    public DateTime? UnixTime { get; set; }

    [JsonPropertyName("date_time_format")]
    public string? DateTimeFormat { get; set; }
}
