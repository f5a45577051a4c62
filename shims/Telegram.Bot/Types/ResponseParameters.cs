using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>Why a request failed, in a form that a program can act on.</summary>
public class ResponseParameters
{
    [JsonPropertyName("migrate_to_chat_id")]
    public long? MigrateToChatId { get; set; }

    [JsonPropertyName("retry_after")]
    public int? RetryAfter { get; set; }
}
