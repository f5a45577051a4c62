using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Opens a reply to the message.</summary>
public class ForceReplyMarkup : ReplyMarkup
{
    [JsonPropertyName("force_reply")]
    public new bool ForceReply => true;

    [JsonPropertyName("input_field_placeholder")]
    public string? InputFieldPlaceholder { get; set; }

    public bool Selective { get; set; }
}
