using System.Globalization;

namespace Telegram.Bot;

/// <summary>Which bot, at which server, and how long to wait when it asks for patience.</summary>
public class TelegramBotClientOptions
{
    private const string PublicServer = "https://api.telegram.org";

    /// <param name="token">A number, which is the bot's id, a colon and the secret.</param>
    /// <param name="baseUrl">Scheme and authority of a Bot API server of one's own; a path is dropped.</param>
    /// <param name="useTestEnvironment">Whether the bot lives in Telegram's test environment.</param>
    /// <exception cref="ArgumentException">The token or the URL has another form. The message does not repeat the token.</exception>
    public TelegramBotClientOptions(string token, string? baseUrl = null, bool useTestEnvironment = false)
    {
        ArgumentNullException.ThrowIfNull(token);
        Token = token;
        BotId = ParseBotId(token);
        BaseUrl = baseUrl;
        UseTestEnvironment = useTestEnvironment;
        LocalBotServer = baseUrl is not null;

        var server = baseUrl is null ? PublicServer : ParseServer(baseUrl);
        var environment = useTestEnvironment ? "/test" : string.Empty;
        BaseFileUrl = $"{server}/file/bot{token}{environment}";
        BaseRequestUrl = $"{server}/bot{token}{environment}";
    }

    public string Token { get; }

    public string? BaseUrl { get; }

    public bool UseTestEnvironment { get; }

    public long BotId { get; }

    public bool LocalBotServer { get; }

    public string BaseFileUrl { get; }

    public string BaseRequestUrl { get; }

    /// <summary>Seconds; a longer wait that the server asks for is thrown to the caller at once.</summary>
    public int RetryThreshold { get; set; } = 60;

    /// <summary>Attempts in all, the first included.</summary>
    public int RetryCount { get; set; } = 3;

    private static long ParseBotId(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return id;
        throw new ArgumentException("A bot token is a number, a colon and a secret.", nameof(token));
    }

    private static string ParseServer(string baseUrl)
    {
        if (Uri.TryCreate(baseUrl, UriKind.Absolute, out var uri) && uri.Authority.Length > 0)
            return $"{uri.Scheme}://{uri.Authority}";
        throw new ArgumentException("The base URL needs a scheme and a host, such as http://127.0.0.1:8081.", nameof(baseUrl));
    }
}
