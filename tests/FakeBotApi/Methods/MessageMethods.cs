using System.Text.Json.Nodes;
using Senim.FakeBotApi.Entities;
using Senim.FakeBotApi.Http;
using Senim.FakeBotApi.World;

namespace Senim.FakeBotApi.Methods;

internal static class MessageMethods
{
    /// <summary>Bot API, deleteMessage: only a message sent less than 48 hours ago.</summary>
    private static readonly TimeSpan DeletableFor = TimeSpan.FromHours(48);

    public static JsonNode SendMessage(BotWorld world, ApiParameters parameters)
    {
        var chat = world.WritableChat(parameters);
        if (chat is { Type: "channel", BotStatus: not "administrator" })
            throw BotApiRefusal.BadRequest("need administrator rights in the channel chat");
        var text = FormattedText.Read(parameters);
        var message = new StoredMessage
        {
            Id = world.NextMessageId(),
            From = null,
            Date = world.Now,
            Text = text.Text,
            Entities = text.Entities,
            Keyboard = KeyboardRules.ReadAny(parameters),
            ReplyToMessageId = ReadReply(chat, parameters),
            Silent = parameters.Bool("disable_notification"),
            Protected = parameters.Bool("protect_content"),
        };
        chat.Messages[message.Id] = message;
        return message.ToJson(chat, world.Bot());
    }

    public static JsonNode EditMessageText(BotWorld world, ApiParameters parameters)
    {
        if (parameters.String("inline_message_id") is not null)
            throw BotApiRefusal.BadRequest("MESSAGE_ID_INVALID");
        var chat = world.WritableChat(parameters);
        if (parameters.Int("message_id") is not { } messageId || messageId <= 0)
            throw BotApiRefusal.BadRequest("message identifier is not specified");
        if (!chat.Messages.TryGetValue(messageId, out var message) || message.Deleted)
            throw BotApiRefusal.BadRequest("message to edit not found");
        if (!message.FromBot)
            throw BotApiRefusal.BadRequest("message can't be edited");

        var text = FormattedText.Read(parameters);
        var keyboard = KeyboardRules.ReadInlineOnly(parameters);
        if (text.Text == message.Text && text.Entities.SequenceEqual(message.Entities) && keyboard.SameAs(message.Keyboard))
            throw BotApiRefusal.BadRequest("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");

        message.EarlierTexts.Add(message.Text ?? string.Empty);
        message.Text = text.Text;
        message.Entities = text.Entities;
        message.Keyboard = keyboard;
        message.EditDate = world.Now;
        return message.ToJson(chat, world.Bot());
    }

    public static JsonNode DeleteMessage(BotWorld world, ApiParameters parameters)
    {
        var chat = world.WritableChat(parameters);
        if (parameters.Int("message_id") is not { } messageId || messageId <= 0)
            throw BotApiRefusal.BadRequest("message identifier is not specified");
        var message = FindToDelete(chat, messageId) ?? throw BotApiRefusal.BadRequest("message to delete not found");
        CheckDeletable(world, chat, message);
        message.Deleted = true;
        return true;
    }

    /// <summary>Ids that are not found are skipped; one that cannot be deleted stops all.</summary>
    public static JsonNode DeleteMessages(BotWorld world, ApiParameters parameters)
    {
        var chat = world.WritableChat(parameters);
        if (parameters.Structure("message_ids") is not JsonArray { Count: > 0 } ids)
            throw BotApiRefusal.BadRequest("message identifiers are not specified");
        if (ids.Count > 100)
            throw BotApiRefusal.BadRequest("too many message identifiers specified");
        var found = ids.Select(id => FindToDelete(chat, ReadId(id))).OfType<StoredMessage>().ToList();
        foreach (var message in found)
            CheckDeletable(world, chat, message);
        foreach (var message in found)
            message.Deleted = true;
        return true;
    }

    public static JsonNode AnswerCallbackQuery(BotWorld world, ApiParameters parameters)
    {
        var id = parameters.String("callback_query_id");
        if (id is null || !world.Callbacks.TryGetValue(id, out var callback) || world.Now - callback.Pressed > world.Options.CallbackLifetime)
            throw BotApiRefusal.BadRequest("query is too old and response timeout expired or query ID is invalid");
        var text = parameters.String("text");
        if (text?.Length > 200)
            throw BotApiRefusal.BadRequest("MESSAGE_TOO_LONG");
        world.Chats[callback.ChatId].CallbackAnswers.Add(new CallbackAnswer(id, text, parameters.Bool("show_alert")));
        return true;
    }

    private static int? ReadReply(StoredChat chat, ApiParameters parameters)
    {
        if (parameters.Structure("reply_parameters") is not JsonObject reply || reply["message_id"]?.GetValue<int>() is not { } replyTo)
            return null;
        if (chat.Messages.TryGetValue(replyTo, out var message) && !message.Deleted)
            return replyTo;
        return reply["allow_sending_without_reply"]?.GetValue<bool>() == true ? null : throw BotApiRefusal.BadRequest("message to be replied not found");
    }

    private static int ReadId(JsonNode? id) =>
        id is JsonValue value && value.TryGetValue<int>(out var number) && number > 0 ? number : throw BotApiRefusal.BadRequest("invalid message identifier specified");

    private static StoredMessage? FindToDelete(StoredChat chat, int messageId) =>
        chat.Messages.TryGetValue(messageId, out var message) && !message.Deleted ? message : null;

    private static void CheckDeletable(BotWorld world, StoredChat chat, StoredMessage message)
    {
        if (!message.FromBot && chat.Type != "private" && chat.BotStatus != "administrator")
            throw BotApiRefusal.BadRequest("message can't be deleted");
        if (world.Now - message.Date >= DeletableFor)
            throw BotApiRefusal.BadRequest("message can't be deleted for everyone");
    }
}
