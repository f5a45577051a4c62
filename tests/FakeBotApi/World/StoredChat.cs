using System.Text.Json.Nodes;

namespace Senim.FakeBotApi.World;

internal sealed class StoredChat
{
    public required long Id { get; init; }

    /// <summary>"private", "group", "supergroup" or "channel".</summary>
    public required string Type { get; init; }

    public string? Title { get; init; }

    /// <summary>Whose private chat it is.</summary>
    public StoredUser? User { get; init; }

    public string BotStatus { get; set; } = "member";

    public SortedDictionary<int, StoredMessage> Messages { get; } = [];

    public List<CallbackAnswer> CallbackAnswers { get; } = [];

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id };
        if (Title is not null)
            json["title"] = Title;
        User?.AddNames(json);
        json["type"] = Type;
        return json;
    }

    public ChatView ToView() => new(Id, Type, BotStatus, [.. Messages.Values.Select(message => message.ToView(Id))], [.. CallbackAnswers]);
}

internal sealed class StoredUser
{
    public required long Id { get; init; }

    public string FirstName { get; set; } = "User";

    public string? LastName { get; set; }

    public string? Username { get; set; }

    public string? LanguageCode { get; set; }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["is_bot"] = false };
        AddNames(json);
        if (LanguageCode is not null)
            json["language_code"] = LanguageCode;
        return json;
    }

    public void AddNames(JsonObject json)
    {
        json["first_name"] = FirstName;
        if (LastName is not null)
            json["last_name"] = LastName;
        if (Username is not null)
            json["username"] = Username;
    }
}

internal sealed record StoredFile(string Id, string UniqueId, string Path, byte[] Content)
{
    /// <summary>Where getFile says that it lies; at its path unless a test says otherwise.</summary>
    public string? ToldPath { get; init; }

    public string? RedirectsTo { get; init; }
}

internal sealed record StoredCallback(string Id, long ChatId, DateTimeOffset Pressed);
