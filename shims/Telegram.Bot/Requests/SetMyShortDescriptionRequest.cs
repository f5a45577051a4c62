using System.Text.Json.Serialization;

namespace Telegram.Bot.Requests;

/// <summary>setMyShortDescription: the text on the profile of the bot, for a language.</summary>
public class SetMyShortDescriptionRequest() : RequestBase<bool>("setMyShortDescription")
{
    /// <summary>0 to 120 characters; empty removes it.</summary>
    [JsonPropertyName("short_description")]
    public string? ShortDescription { get; set; }

    [JsonPropertyName("language_code")]
    public string? LanguageCode { get; set; }
}
