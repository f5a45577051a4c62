using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Requests;

/// <summary>sendMessage: 1 to 4096 characters after entities are parsed.</summary>
public class SendMessageRequest() : RequestBase<Message>("sendMessage"), IChatTargetable, IBusinessConnectable
{
    [JsonPropertyName("chat_id")]
    public required ChatId ChatId { get; set; }

    public required string Text { get; set; }

    [JsonPropertyName("business_connection_id")]
    public string? BusinessConnectionId { get; set; }

    [JsonPropertyName("message_thread_id")]
    public int? MessageThreadId { get; set; }

    [JsonPropertyName("direct_messages_topic_id")]
    public long? DirectMessagesTopicId { get; set; }

    [JsonPropertyName("receiver_user_id")]
    public long? ReceiverUserId { get; set; }

    [JsonPropertyName("callback_query_id")]
    public string? CallbackQueryId { get; set; }

    [JsonPropertyName("parse_mode")]
    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? Entities { get; set; }

    [JsonPropertyName("link_preview_options")]
    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    [JsonPropertyName("disable_notification")]
    public bool DisableNotification { get; set; }

    [JsonPropertyName("protect_content")]
    public bool ProtectContent { get; set; }

    [JsonPropertyName("allow_paid_broadcast")]
    public bool AllowPaidBroadcast { get; set; }

    [JsonPropertyName("message_effect_id")]
    public string? MessageEffectId { get; set; }

    [JsonPropertyName("suggested_post_parameters")]
    public SuggestedPostParameters? SuggestedPostParameters { get; set; }

    [JsonPropertyName("reply_parameters")]
    public ReplyParameters? ReplyParameters { get; set; }

    [JsonPropertyName("reply_markup")]
    public ReplyMarkup? ReplyMarkup { get; set; }
}
