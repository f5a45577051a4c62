using System.Text.Json.Nodes;
using Senim.FakeBotApi.World;

namespace Senim.FakeBotApi;

public sealed partial class FakeBotApiServer
{
    /// <summary>Names for a user whose updates carry more than a number.</summary>
    public void DescribeUser(long userId, string firstName, string? lastName = null, string? username = null, string? languageCode = null) => Locked(() =>
    {
        var user = _world.UserOf(userId);
        (user.FirstName, user.LastName, user.Username, user.LanguageCode) = (firstName, lastName, username, languageCode);
    });

    /// <summary>A message typed by the user; its id is returned, as by every method that sends.</summary>
    /// <param name="fromUserId">Who writes in a group; in a private chat it is the chat's user.</param>
    /// <exception cref="ArgumentException">No client of Telegram would send this text as one message.</exception>
    public int SendText(long chatId, string text, long? fromUserId = null, int? replyTo = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.Length > Entities.FormattedText.MaxLength)
            throw new ArgumentException("Longer texts are sent in parts.", nameof(text));
        var command = text.StartsWith('/') ? text.Split(' ', '\n')[0].Length : 0;
        return AddUserMessage(chatId, fromUserId, (user, id) => new StoredMessage
        {
            Id = id,
            From = user,
            Date = _world.Now,
            Text = text,
            ReplyToMessageId = replyTo,
            Entities = command > 1 ? [new TextEntity("bot_command", 0, command)] : [],
        });
    }

    public int SendPhoto(long chatId, string? caption = null, byte[]? content = null) =>
        SendContent(chatId, "photo", file => new JsonArray(file(content, "photos", "jpg", Size(90, 60)), file(content, "photos", "jpg", Size(1280, 853))), caption);

    public int SendVoice(long chatId, int seconds = 3, byte[]? content = null, string? caption = null) =>
        SendContent(chatId, "voice", file => file(content, "voice", "oga", new JsonObject { ["duration"] = seconds, ["mime_type"] = "audio/ogg" }), caption);

    public int SendVideo(long chatId, byte[]? content = null, string? caption = null) =>
        SendContent(chatId, "video", file => file(content, "videos", "mp4", Size(640, 480, 5, "video/mp4")), caption);

    public int SendVideoNote(long chatId, byte[]? content = null) =>
        SendContent(chatId, "video_note", file => file(content, "video_notes", "mp4", new JsonObject { ["length"] = 240, ["duration"] = 5 }));

    public int SendDocument(long chatId, string fileName, byte[]? content = null, string? caption = null, string mimeType = "application/octet-stream") =>
        SendContent(chatId, "document", file => file(content, "documents", "bin", new JsonObject { ["file_name"] = fileName, ["mime_type"] = mimeType }), caption);

    public int SendSticker(long chatId, string emoji = "🙂") =>
        SendContent(chatId, "sticker", file => file(null, "stickers", "webp", new JsonObject { ["type"] = "regular", ["width"] = 512, ["height"] = 512, ["is_animated"] = false, ["is_video"] = false, ["emoji"] = emoji }));

    public int SendContact(long chatId, string phoneNumber, string firstName = "User") =>
        SendContent(chatId, "contact", _ => new JsonObject { ["phone_number"] = phoneNumber, ["first_name"] = firstName });

    public int SendLocation(long chatId, double latitude, double longitude) =>
        SendContent(chatId, "location", _ => new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude });

    /// <summary>A message of any other kind, such as "dice".</summary>
    public int SendOther(long chatId, string kind, JsonNode content) => SendContent(chatId, kind, _ => content.DeepClone());

    /// <summary>The user changes the text of an own message.</summary>
    public void EditMessage(long chatId, int messageId, string text) => Locked(() =>
    {
        var chat = _world.ChatOf(chatId);
        var message = Find(chat, messageId);
        if (message.FromBot)
            throw new InvalidOperationException("A user edits own messages only.");
        message.EarlierTexts.Add(message.Text ?? string.Empty);
        message.Text = text;
        message.EditDate = _world.Now;
        _world.Enqueue("edited_message", message.ToJson(chat, _world.Bot()), chatId);
    });

    /// <summary>The user deletes a message for both; the bot is not told.</summary>
    public void DeleteByUser(long chatId, int messageId) => Locked(() =>
    {
        Find(_world.ChatOf(chatId), messageId).Deleted = true;
        _world.SignalChange();
    });

    /// <summary>A press on a button that stands there now; the id of the callback query is returned.</summary>
    /// <exception cref="InvalidOperationException">There is no such button.</exception>
    public string PressButton(long chatId, int messageId, string callbackData, long? fromUserId = null) => Locked(() =>
    {
        var message = Find(_world.ChatOf(chatId), messageId);
        if (!message.Keyboard.Rows.Any(row => row.Any(button => button.CallbackData == callbackData)))
            throw new InvalidOperationException($"Message {messageId} has no button with the data '{callbackData}'.");
        return Press(chatId, messageId, callbackData, fromUserId);
    });

    /// <summary>A press made just before the message was changed or deleted.</summary>
    public string PressStaleButton(long chatId, int messageId, string callbackData, long? fromUserId = null) =>
        Locked(() => Press(chatId, messageId, callbackData, fromUserId));

    public void BlockBot(long chatId) => Locked(() =>
    {
        var chat = PrivateChat(chatId);
        _world.ChangeMembership(chat, chat.User!.ToJson(), "kicked");
    });

    public void UnblockBot(long chatId) => Locked(() =>
    {
        var chat = PrivateChat(chatId);
        _world.ChangeMembership(chat, chat.User!.ToJson(), "member");
    });

    /// <summary>Somebody adds the bot to a group, or to a channel as administrator.</summary>
    /// <param name="chatId">Negative.</param>
    /// <param name="type">"group", "supergroup" or "channel".</param>
    public void AddToGroup(long chatId, string title, long byUserId, string type = "supergroup") => Locked(() =>
    {
        if (chatId >= 0 || type is not ("group" or "supergroup" or "channel"))
            throw new ArgumentException("A group or channel has a negative id.", nameof(chatId));
        if (!_world.Chats.TryGetValue(chatId, out var chat))
            _world.Chats[chatId] = chat = new StoredChat { Id = chatId, Type = type, Title = title, BotStatus = "left" };
        _world.ChangeMembership(chat, _world.UserOf(byUserId).ToJson(), type == "channel" ? "administrator" : "member");
    });

    public void RemoveFromGroup(long chatId, long byUserId) =>
        Locked(() => _world.ChangeMembership(_world.ChatOf(chatId), _world.UserOf(byUserId).ToJson(), "kicked"));

    /// <summary>
    /// Any update, word for word; allowed_updates does not hold it back. It gets the next id unless it brings its own, which is returned.
    /// </summary>
    /// <param name="chatId">Whose updates it stands in line with at a webhook; alone when null.</param>
    public int PushUpdate(string json, long? chatId = null)
    {
        var update = JsonNode.Parse(json) as JsonObject ?? throw new ArgumentException("An update is a JSON object.", nameof(json));
        return Locked(() => _world.EnqueueRaw(update, chatId));
    }

    public int SendAudio(long chatId, string fileName, byte[]? content = null, string? caption = null) =>
        SendContent(chatId, "audio", file => file(content, "music", "m4a", new JsonObject { ["duration"] = 60, ["file_name"] = fileName, ["mime_type"] = "audio/mp4" }), caption);

    /// <summary>Downloads asked for so far.</summary>
    public int FileRequests => Locked(() => _world.FileRequests);

    /// <summary>What getFile answers from now on as the path of every file sent so far; null for the real one.</summary>
    public void TellFilePaths(string? path) => ChangeFiles(file => file with { ToldPath = path });

    /// <summary>Links given so far are no longer good; getFile gives new ones.</summary>
    public void ExpireFileLinks() => ChangeFiles(file => file with { Path = file.Path.Replace("/", $"/n{_world.NextSerial("")}", StringComparison.Ordinal) });

    /// <summary>The server sends whoever downloads elsewhere.</summary>
    public void RedirectFilesTo(string? url) => ChangeFiles(file => file with { RedirectsTo = url });

    public void ForgetFiles() => Locked(() => _world.Files.Clear());

    private void ChangeFiles(Func<StoredFile, StoredFile> change) => Locked(() =>
    {
        foreach (var (id, file) in _world.Files.ToList())
            _world.Files[id] = change(file);
    });

    private static JsonObject Size(int width, int height, int? seconds = null, string? mimeType = null)
    {
        var json = new JsonObject { ["width"] = width, ["height"] = height };
        if (seconds is not null)
            json["duration"] = seconds;
        if (mimeType is not null)
            json["mime_type"] = mimeType;
        return json;
    }

    private static StoredMessage Find(StoredChat chat, int messageId) =>
        chat.Messages.TryGetValue(messageId, out var message) && !message.Deleted
            ? message
            : throw new InvalidOperationException($"There is no message {messageId} in the chat.");

    private StoredChat PrivateChat(long chatId) =>
        _world.ChatOf(chatId) is { Type: "private" } chat ? chat : throw new InvalidOperationException("Only a user blocks the bot.");

    private int SendContent(long chatId, string kind, Func<MakeFile, JsonNode> content, string? caption = null) =>
        AddUserMessage(chatId, null, (user, id) => new StoredMessage
        {
            Id = id,
            From = user,
            Date = _world.Now,
            Kind = kind,
            Text = caption,
            Content = new JsonObject { [kind] = content(StoreFile) },
        });

    private JsonObject StoreFile(byte[]? content, string folder, string extension, JsonObject fields)
    {
        var serial = _world.NextSerial("file_");
        var file = new StoredFile($"AgAD-{serial}", $"AQAD-{serial}", $"{folder}/{serial}.{extension}", content ?? [1, 2, 3]);
        _world.Files[file.Id] = file;
        fields["file_id"] = file.Id;
        fields["file_unique_id"] = file.UniqueId;
        fields["file_size"] = file.Content.Length;
        return fields;
    }

    private int AddUserMessage(long chatId, long? fromUserId, Func<StoredUser, int, StoredMessage> create) => Locked(() =>
    {
        var chat = _world.ChatOf(chatId);
        if (chat.BotStatus is "kicked" or "left")
            throw new InvalidOperationException("The bot does not see this chat; unblock or add it first.");
        var message = create(chat.User ?? _world.UserOf(fromUserId ?? 1), _world.NextMessageId());
        chat.Messages[message.Id] = message;
        _world.Enqueue(chat.Type == "channel" ? "channel_post" : "message", message.ToJson(chat, _world.Bot()), chatId);
        return message.Id;
    });

    private string Press(long chatId, int messageId, string callbackData, long? fromUserId)
    {
        var chat = _world.ChatOf(chatId);
        var callback = new StoredCallback(_world.NextSerial("callback-"), chatId, _world.Now);
        _world.Callbacks[callback.Id] = callback;
        var message = chat.Messages.TryGetValue(messageId, out var stored) && !stored.Deleted
            ? stored.ToJson(chat, _world.Bot())
            : new JsonObject { ["message_id"] = messageId, ["chat"] = chat.ToJson(), ["date"] = 0 };
        var query = new JsonObject
        {
            ["id"] = callback.Id,
            ["from"] = (chat.User ?? _world.UserOf(fromUserId ?? 1)).ToJson(),
            ["message"] = message,
            ["chat_instance"] = $"instance-{chatId}",
            ["data"] = callbackData,
        };
        _world.Enqueue("callback_query", query, chatId);
        return callback.Id;
    }

    private delegate JsonObject MakeFile(byte[]? content, string folder, string extension, JsonObject fields);
}
