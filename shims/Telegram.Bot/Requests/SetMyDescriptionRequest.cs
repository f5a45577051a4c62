using System.Text.Json.Serialization;

namespace Telegram.Bot.Requests;

/// <summary>setMyDescription: the text of an empty chat with the bot, for a language.</summary>
public class SetMyDescriptionRequest() : RequestBase<bool>("setMyDescription")
{
    /// <summary>0 to 512 characters; empty removes it.</summary>
    public string? Description { get; set; }

    [JsonPropertyName("language_code")]
    public string? LanguageCode { get; set; }
}
