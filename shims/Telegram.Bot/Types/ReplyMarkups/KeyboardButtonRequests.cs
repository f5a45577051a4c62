using System.Text.Json.Serialization;

namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button that asks for users.</summary>
public class KeyboardButtonRequestUsers
{
    internal KeyboardButtonRequestUsers()
    {
    }

    [JsonInclude, JsonPropertyName("request_id")]
    internal int RequestId { get; init; }

    [JsonInclude, JsonPropertyName("max_quantity")]
    internal int? MaxQuantity { get; init; }
}

/// <summary>A button that asks for a chat.</summary>
public class KeyboardButtonRequestChat
{
    internal KeyboardButtonRequestChat()
    {
    }

    [JsonInclude, JsonPropertyName("request_id")]
    internal int RequestId { get; init; }

    /// <summary>The Bot API requires it, so false is written too.</summary>
    [JsonInclude, JsonPropertyName("chat_is_channel"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    internal bool ChatIsChannel { get; init; }
}

/// <summary>A button that asks for a bot; only its absence can be said.</summary>
public class KeyboardButtonRequestManagedBot
{
    internal KeyboardButtonRequestManagedBot()
    {
    }
}

/// <summary>A button that asks for a poll; only its absence can be said.</summary>
public class KeyboardButtonPollType
{
    internal KeyboardButtonPollType()
    {
    }
}
