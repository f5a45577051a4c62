using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Telegram.Bot;

/// <summary>The methods of the Bot API, each as one call. Name every argument after the text: the order of the rest changes between versions.</summary>
public static class TelegramBotClientExtensions
{
    public static Task AnswerCallbackQuery(this ITelegramBotClient botClient, string callbackQueryId, string? text = null, bool showAlert = false, string? url = null, int? cacheTime = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new AnswerCallbackQueryRequest
            {
                CallbackQueryId = callbackQueryId,
                Text = text,
                ShowAlert = showAlert,
                Url = url,
                CacheTime = cacheTime,
            },
            cancellationToken);

    public static Task DeleteMessage(this ITelegramBotClient botClient, ChatId chatId, int messageId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteMessageRequest { ChatId = chatId, MessageId = messageId }, cancellationToken);

    public static Task DeleteMessages(this ITelegramBotClient botClient, ChatId chatId, IEnumerable<int> messageIds, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteMessagesRequest { ChatId = chatId, MessageIds = messageIds }, cancellationToken);

    public static Task DeleteWebhook(this ITelegramBotClient botClient, bool dropPendingUpdates = false, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteWebhookRequest { DropPendingUpdates = dropPendingUpdates }, cancellationToken);

    public static Task<Message> EditMessageText(this ITelegramBotClient botClient, ChatId chatId, int messageId, string? text, ParseMode parseMode = ParseMode.None, InlineKeyboardMarkup? replyMarkup = null, LinkPreviewOptions? linkPreviewOptions = null, IEnumerable<MessageEntity>? entities = null, InputRichMessage? richMessage = null, string? businessConnectionId = null, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditMessageTextRequest
            {
                ChatId = chatId,
                MessageId = messageId,
                Text = text,
                ParseMode = parseMode,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                Entities = entities,
                RichMessage = richMessage,
                BusinessConnectionId = businessConnectionId,
            },
            cancellationToken);

    public static Task EditMessageText(this ITelegramBotClient botClient, string inlineMessageId, string? text, ParseMode parseMode = ParseMode.None, InlineKeyboardMarkup? replyMarkup = null, LinkPreviewOptions? linkPreviewOptions = null, IEnumerable<MessageEntity>? entities = null, InputRichMessage? richMessage = null, string? businessConnectionId = null, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditInlineMessageTextRequest
            {
                InlineMessageId = inlineMessageId,
                Text = text,
                ParseMode = parseMode,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                Entities = entities,
                RichMessage = richMessage,
                BusinessConnectionId = businessConnectionId,
            },
            cancellationToken);

    public static Task<TGFile> GetFile(this ITelegramBotClient botClient, string fileId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetFileRequest { FileId = fileId }, cancellationToken);

    public static Task<User> GetMe(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetMeRequest(), cancellationToken);

    public static Task<Update[]> GetUpdates(this ITelegramBotClient botClient, int? offset = default, int? limit = default, int? timeout = default, IEnumerable<UpdateType>? allowedUpdates = null, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new GetUpdatesRequest
            {
                Offset = offset,
                Limit = limit,
                Timeout = timeout,
                AllowedUpdates = allowedUpdates,
            },
            cancellationToken);

    public static Task<WebhookInfo> GetWebhookInfo(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetWebhookInfoRequest(), cancellationToken);

    public static Task<Message> SendMessage(this ITelegramBotClient botClient, ChatId chatId, string text, ParseMode parseMode = ParseMode.None, ReplyParameters? replyParameters = null, ReplyMarkup? replyMarkup = null, LinkPreviewOptions? linkPreviewOptions = null, int? messageThreadId = default, IEnumerable<MessageEntity>? entities = null, bool disableNotification = false, bool protectContent = false, string? messageEffectId = null, string? businessConnectionId = null, bool allowPaidBroadcast = false, long? directMessagesTopicId = default, SuggestedPostParameters? suggestedPostParameters = null, long? receiverUserId = default, string? callbackQueryId = null, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendMessageRequest
            {
                ChatId = chatId,
                Text = text,
                ParseMode = parseMode,
                ReplyParameters = replyParameters,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                MessageThreadId = messageThreadId,
                Entities = entities,
                DisableNotification = disableNotification,
                ProtectContent = protectContent,
                MessageEffectId = messageEffectId,
                BusinessConnectionId = businessConnectionId,
                AllowPaidBroadcast = allowPaidBroadcast,
                DirectMessagesTopicId = directMessagesTopicId,
                SuggestedPostParameters = suggestedPostParameters,
                ReceiverUserId = receiverUserId,
                CallbackQueryId = callbackQueryId,
            },
            cancellationToken);

    public static Task SetMyCommands(this ITelegramBotClient botClient, IEnumerable<BotCommand> commands, BotCommandScope? scope = null, string? languageCode = null, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new SetMyCommandsRequest { Commands = commands, Scope = scope, LanguageCode = languageCode }, cancellationToken);

    public static Task SetMyDescription(this ITelegramBotClient botClient, string? description = null, string? languageCode = null, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new SetMyDescriptionRequest { Description = description, LanguageCode = languageCode }, cancellationToken);

    public static Task SetMyShortDescription(this ITelegramBotClient botClient, string? shortDescription = null, string? languageCode = null, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new SetMyShortDescriptionRequest { ShortDescription = shortDescription, LanguageCode = languageCode }, cancellationToken);

    public static Task SetWebhook(this ITelegramBotClient botClient, string url, InputFileStream? certificate = null, string? ipAddress = null, int? maxConnections = default, IEnumerable<UpdateType>? allowedUpdates = null, bool dropPendingUpdates = false, string? secretToken = null, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetWebhookRequest
            {
                Url = url,
                Certificate = certificate,
                IpAddress = ipAddress,
                MaxConnections = maxConnections,
                AllowedUpdates = allowedUpdates,
                DropPendingUpdates = dropPendingUpdates,
                SecretToken = secretToken,
            },
            cancellationToken);
}
