using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>deleteMessage: a message less than 48 hours old.</summary>
public class DeleteMessageRequest() : RequestBase<bool>("deleteMessage"), IChatTargetable
{
    [JsonPropertyName("chat_id")]
    public required ChatId ChatId { get; set; }

    [JsonPropertyName("message_id")]
    public required int MessageId { get; set; }
}
