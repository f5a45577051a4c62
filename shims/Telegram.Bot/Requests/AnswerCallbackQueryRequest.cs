using System.Text.Json.Serialization;

namespace Telegram.Bot.Requests;

/// <summary>answerCallbackQuery: ends the waiting sign on a pressed button.</summary>
public class AnswerCallbackQueryRequest() : RequestBase<bool>("answerCallbackQuery")
{
    [JsonPropertyName("callback_query_id")]
    public required string CallbackQueryId { get; set; }

    /// <summary>0 to 200 characters.</summary>
    public string? Text { get; set; }

    [JsonPropertyName("show_alert")]
    public bool ShowAlert { get; set; }

    public string? Url { get; set; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("cache_time")]
    public int? CacheTime { get; set; }
}
