using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A phone contact that somebody shared.</summary>
public class Contact
{
    [JsonPropertyName("phone_number")]
    public string PhoneNumber { get; set; } = default!;

    [JsonPropertyName("first_name")]
    public string FirstName { get; set; } = default!;

    [JsonPropertyName("last_name")]
    public string? LastName { get; set; }

    [JsonPropertyName("user_id")]
    public long? UserId { get; set; }

    public string? Vcard { get; set; }
}
