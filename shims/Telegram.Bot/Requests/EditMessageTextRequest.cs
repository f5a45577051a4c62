using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot.Requests;

/// <summary>editMessageText for a message of the bot in a chat.</summary>
public class EditMessageTextRequest() : RequestBase<Message>("editMessageText"), IChatTargetable, IBusinessConnectable
{
    [JsonPropertyName("chat_id")]
    public required ChatId ChatId { get; set; }

    [JsonPropertyName("message_id")]
    public required int MessageId { get; set; }

    public string? Text { get; set; }

    [JsonPropertyName("parse_mode")]
    public ParseMode ParseMode { get; set; }

    public IEnumerable<MessageEntity>? Entities { get; set; }

    [JsonPropertyName("link_preview_options")]
    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    [JsonPropertyName("rich_message")]
    public InputRichMessage? RichMessage { get; set; }

    [JsonPropertyName("reply_markup")]
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }

    [JsonPropertyName("business_connection_id")]
    public string? BusinessConnectionId { get; set; }
}
