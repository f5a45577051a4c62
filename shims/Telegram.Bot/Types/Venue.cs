using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A place with a name and an address.</summary>
public class Venue
{
    public Location Location { get; set; } = default!;

    public string Title { get; set; } = default!;

    public string Address { get; set; } = default!;

    [JsonPropertyName("foursquare_id")]
    public string? FoursquareId { get; set; }

    [JsonPropertyName("foursquare_type")]
    public string? FoursquareType { get; set; }

    [JsonPropertyName("google_place_id")]
    public string? GooglePlaceId { get; set; }

    [JsonPropertyName("google_place_type")]
    public string? GooglePlaceType { get; set; }
}
