using System.Text.Json.Serialization;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Requests;

/// <summary>setWebhook: from now on updates are posted to the URL.</summary>
public class SetWebhookRequest() : RequestBase<bool>("setWebhook")
{
    public required string Url { get; set; }

    public InputFileStream? Certificate { get; set; }

    [JsonPropertyName("ip_address")]
    public string? IpAddress { get; set; }

    [JsonPropertyName("max_connections")]
    public int? MaxConnections { get; set; }

    [JsonPropertyName("allowed_updates")]
    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }

    [JsonPropertyName("drop_pending_updates")]
    public bool DropPendingUpdates { get; set; }

    /// <summary>1 to 256 characters of A-Z, a-z, 0-9, _ and -.</summary>
    [JsonPropertyName("secret_token")]
    public string? SecretToken { get; set; }
}
