using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>deleteMessages: 1 to 100 ids; those that are not found are skipped.</summary>
public class DeleteMessagesRequest() : RequestBase<bool>("deleteMessages"), IChatTargetable
{
    [JsonPropertyName("chat_id")]
    public required ChatId ChatId { get; set; }

    [JsonPropertyName("message_ids")]
    public required IEnumerable<int> MessageIds { get; set; }
}
