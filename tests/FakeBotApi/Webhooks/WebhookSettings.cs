using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Senim.FakeBotApi.Http;

namespace Senim.FakeBotApi.Webhooks;

/// <summary>Where updates are posted.</summary>
internal sealed partial record WebhookSettings(Uri Url, string? SecretToken, int MaxConnections, string? IpAddress, bool HasCertificate)
{
    private const int DefaultConnections = 40;

    /// <summary>HTTPS, as at Telegram; plain HTTP to this machine only.</summary>
    public static WebhookSettings Read(ApiParameters parameters)
    {
        if (!Uri.TryCreate(parameters.String("url"), UriKind.Absolute, out var url))
            throw BotApiRefusal.BadRequest("invalid webhook URL specified");
        if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            throw BotApiRefusal.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        var secret = parameters.String("secret_token");
        if (secret is { Length: > 256 })
            throw BotApiRefusal.BadRequest("secret token is too long");
        if (secret is { Length: > 0 } && !SecretCharacters().IsMatch(secret))
            throw BotApiRefusal.BadRequest("secret token contains unallowed characters");
        var connections = parameters.Int("max_connections") ?? DefaultConnections;
        if (connections is < 1 or > 100)
            throw BotApiRefusal.BadRequest("max_connections must be between 1 and 100");
        return new WebhookSettings(url, string.IsNullOrEmpty(secret) ? null : secret, connections, parameters.String("ip_address"), parameters.String("certificate") is not null);
    }

    /// <summary>Null when the call does not speak of them.</summary>
    public static IReadOnlyList<string>? ReadAllowedUpdates(ApiParameters parameters)
    {
        if (parameters.Structure("allowed_updates") is not { } allowed)
            return null;
        return allowed is JsonArray kinds && kinds.All(kind => kind is JsonValue value && value.TryGetValue<string>(out _))
            ? [.. kinds.Select(kind => kind!.GetValue<string>())]
            : throw BotApiRefusal.BadRequest("can't parse allowed updates list JSON object: expected an Array of String");
    }

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex SecretCharacters();
}
