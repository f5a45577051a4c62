using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Something that happened; at most one of its parts is present.</summary>
public class Update
{
    /// <summary>Every kind that can be asked for in allowed_updates.</summary>
    public static readonly UpdateType[] AllTypes = [.. Enum.GetValues<UpdateType>().Where(type => type != UpdateType.Unknown)];

    private static readonly Dictionary<string, UpdateType> TypesByName =
        AllTypes.ToDictionary(type => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString()));

    [JsonPropertyName("update_id")]
    public int Id { get; set; }

    public Message? Message { get; set; }

    [JsonPropertyName("edited_message")]
    public Message? EditedMessage { get; set; }

    [JsonPropertyName("callback_query")]
    public CallbackQuery? CallbackQuery { get; set; }

    [JsonPropertyName("my_chat_member")]
    public ChatMemberUpdated? MyChatMember { get; set; }

    [JsonIgnore]
    public UpdateType Type => this switch
    {
        { Message: not null } => UpdateType.Message,
        { EditedMessage: not null } => UpdateType.EditedMessage,
        { CallbackQuery: not null } => UpdateType.CallbackQuery,
        { MyChatMember: not null } => UpdateType.MyChatMember,
        _ => Rest?.Keys.Select(TypesByName.GetValueOrDefault).FirstOrDefault(type => type != UpdateType.Unknown) ?? UpdateType.Unknown,
    };

    /// <summary>Parts that have no member here but still tell the kind.</summary>
    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? Rest { get; set; }
}
