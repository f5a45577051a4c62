using System.Text.Json.Nodes;
using Senim.FakeBotApi.Http;

namespace Senim.FakeBotApi.World;

/// <summary>Everything that the fake Telegram knows. Whoever reads or writes holds <see cref="Gate"/>.</summary>
internal sealed class BotWorld(long botId, FakeBotApiOptions options)
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _clockOffset;
    private int _lastMessageId = 100;
    private int _lastSerial;

    public Lock Gate { get; } = new();

    public FakeBotApiOptions Options { get; } = options;

    public long BotId { get; } = botId;

    public Dictionary<long, StoredChat> Chats { get; } = [];

    public Dictionary<long, StoredUser> Users { get; } = [];

    public Dictionary<string, StoredFile> Files { get; } = [];

    /// <summary>Downloads asked for, refused ones too.</summary>
    public int FileRequests { get; set; }

    public Dictionary<string, StoredCallback> Callbacks { get; } = [];

    public UpdateQueue Updates { get; } = new(options.FirstUpdateId);

    public BotSetup Setup { get; } = new();

    public FaultPlan Faults { get; } = new();

    public List<ApiCall> Calls { get; } = [];

    public int FailedDeliveries { get; set; }

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow() + _clockOffset;

    /// <summary>Completes at the next change.</summary>
    public Task Changed => _changed.Task;

    public JsonObject Bot() => new()
    {
        ["id"] = BotId,
        ["is_bot"] = true,
        ["first_name"] = "Senim",
        ["username"] = Options.BotUsername,
    };

    public void Advance(TimeSpan by) => _clockOffset += by;

    public int NextMessageId() => ++_lastMessageId;

    public string NextSerial(string prefix) => $"{prefix}{++_lastSerial:D6}";

    /// <summary>Wakes everyone who waits for something to happen.</summary>
    public void SignalChange()
    {
        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }

    public StoredUser UserOf(long userId)
    {
        if (!Users.TryGetValue(userId, out var user))
            Users[userId] = user = new StoredUser { Id = userId };
        return user;
    }

    /// <summary>A positive id is a user's private chat, which begins when its user first does something.</summary>
    public StoredChat ChatOf(long chatId)
    {
        if (Chats.TryGetValue(chatId, out var chat))
            return chat;
        if (chatId <= 0)
            throw new InvalidOperationException($"The bot was never added to the chat {chatId}.");
        return Chats[chatId] = new StoredChat { Id = chatId, Type = "private", User = UserOf(chatId) };
    }

    /// <summary>A chat that the bot may write to.</summary>
    public StoredChat WritableChat(ApiParameters parameters)
    {
        var chat = KnownChat(parameters);
        return (chat.Type, chat.BotStatus) switch
        {
            ("private", "kicked") => throw new BotApiRefusal(403, "Forbidden: bot was blocked by the user"),
            (_, "kicked") => throw new BotApiRefusal(403, $"Forbidden: bot was kicked from the {chat.Type} chat"),
            (_, "left") => throw new BotApiRefusal(403, $"Forbidden: bot is not a member of the {chat.Type} chat"),
            _ => chat,
        };
    }

    public StoredChat KnownChat(ApiParameters parameters)
    {
        var chatId = parameters.String("chat_id");
        if (string.IsNullOrEmpty(chatId))
            throw BotApiRefusal.BadRequest("chat_id is empty");
        return parameters.Long("chat_id") is { } id && Chats.TryGetValue(id, out var chat) ? chat : throw BotApiRefusal.BadRequest("chat not found");
    }

    public JsonObject ChatMember(string status)
    {
        var member = new JsonObject { ["user"] = Bot(), ["status"] = status };
        if (status == "kicked")
            member["until_date"] = 0;
        return member;
    }

    /// <summary>The bot's own membership changes, and the bot is told.</summary>
    public void ChangeMembership(StoredChat chat, JsonObject by, string newStatus)
    {
        var update = new JsonObject
        {
            ["chat"] = chat.ToJson(),
            ["from"] = by,
            ["date"] = Now.ToUnixTimeSeconds(),
            ["old_chat_member"] = ChatMember(chat.BotStatus),
            ["new_chat_member"] = ChatMember(newStatus),
        };
        chat.BotStatus = newStatus;
        Enqueue("my_chat_member", update, chat.Id);
    }

    public void Enqueue(string kind, JsonObject content, long lane) => Announce(Updates.Add(kind, content, lane, Now));

    public int EnqueueRaw(JsonObject update, long? lane)
    {
        var pending = Updates.AddRaw(update, lane, Now);
        Announce(pending);
        return pending.Id;
    }

    /// <summary>Set while a webhook is: told of each lane that has something new.</summary>
    public Action<long>? LaneFilled { get; set; }

    private void Announce(PendingUpdate? pending)
    {
        if (pending is not null)
            LaneFilled?.Invoke(pending.Lane);
        SignalChange();
    }
}
