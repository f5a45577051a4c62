using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Types;

/// <summary>A message. One that the bot may no longer read has only a chat, an id and the default date.</summary>
public class Message
{
    [JsonIgnore]
    public int MessageId => Id;

    [JsonPropertyName("message_id")]
    public int Id { get; set; }

    [JsonPropertyName("message_thread_id")]
    public int? MessageThreadId { get; set; }

    public User? From { get; set; }

    [JsonPropertyName("sender_chat")]
    public Chat? SenderChat { get; set; }

    [JsonConverter(typeof(UnixDateTimeConverter))]
    public DateTime Date { get; set; }

    public Chat Chat { get; set; } = default!;

    [JsonPropertyName("forward_origin")]
    public MessageOrigin? ForwardOrigin { get; set; }

    [JsonPropertyName("reply_to_message")]
    public Message? ReplyToMessage { get; set; }

    [JsonPropertyName("edit_date"), JsonConverter(typeof(UnixDateTimeConverter))]
    public DateTime? EditDate { get; set; }

    [JsonPropertyName("has_protected_content")]
    public bool HasProtectedContent { get; set; }

    [JsonPropertyName("media_group_id")]
    public string? MediaGroupId { get; set; }

    public string? Text { get; set; }

    public MessageEntity[]? Entities { get; set; }

    public Animation? Animation { get; set; }

    public Audio? Audio { get; set; }

    public Document? Document { get; set; }

    public PhotoSize[]? Photo { get; set; }

    public Video? Video { get; set; }

    [JsonPropertyName("video_note")]
    public VideoNote? VideoNote { get; set; }

    public Voice? Voice { get; set; }

    public string? Caption { get; set; }

    [JsonPropertyName("caption_entities")]
    public MessageEntity[]? CaptionEntities { get; set; }

    public Contact? Contact { get; set; }

    public Venue? Venue { get; set; }

    public Location? Location { get; set; }

    [JsonPropertyName("new_chat_members")]
    public User[]? NewChatMembers { get; set; }

    [JsonPropertyName("left_chat_member")]
    public User? LeftChatMember { get; set; }

    [JsonPropertyName("reply_markup")]
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    [JsonIgnore]
    public MessageType Type => MessageKind.Of(this);

    /// <summary>Content that has no member here but still tells the kind.</summary>
    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? Rest { get; set; }
}
