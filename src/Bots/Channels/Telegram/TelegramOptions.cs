using Microsoft.Extensions.Options;

namespace Senim.Bots.Channels.Telegram;

/// <summary>Settings under <c>Senim:Telegram</c>. Without a token the channel is off.</summary>
internal sealed class TelegramOptions
{
    public const string Section = "Senim:Telegram";

    /// <summary>The bot's token, <c>digits:text</c>, as BotFather gave it. Environment only.</summary>
    public string Token { get; set; } = "";

    /// <summary>The bot's name without @, for links to it; empty: Telegram is asked.</summary>
    public string Name { get; set; } = "";

    /// <summary>Base address of a Bot API server, scheme and authority alone; empty for Telegram's own.</summary>
    public string ApiUrl { get; set; } = "";

    /// <summary>Public HTTPS address to which Telegram posts updates; empty for long polling.</summary>
    public string WebhookUrl { get; set; } = "";

    /// <summary>1-256 characters of <c>A-Z a-z 0-9 _ -</c>, sent back by Telegram with each update (Bot API, setWebhook).</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>How long one long poll waits for updates, in seconds (0-50, as the Bot API server cuts it). Default 25.</summary>
    public int PollSeconds { get; set; } = 25;

    /// <summary>How long one call that shows something may take before it goes to the outbox, in seconds (0.1-30). Default 3.</summary>
    public double ShowSeconds { get; set; } = 3;

    public bool IsOn => Token.Length > 0;

    public bool UsesWebhook => IsOn && WebhookUrl.Length > 0;

    /// <returns>One line for each setting that cannot be used; never a secret.</returns>
    public IEnumerable<string> Faults()
    {
        if (!IsOn)
            yield break;
        var colon = Token.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon == Token.Length - 1 || !Token.AsSpan(0, colon).ContainsOnlyDigits())
            yield return Wrong("Token", "is not a bot token (digits, a colon, letters).");
        if (ApiUrl.Length > 0 && !IsHttp(ApiUrl))
            yield return Wrong("ApiUrl", "is not an http or https address.");
        if (PollSeconds is < 0 or > 50)
            yield return Wrong("PollSeconds", "must be 0 to 50.");
        if (ShowSeconds is not (>= 0.1 and <= 30))
            yield return Wrong("ShowSeconds", "must be 0.1 to 30.");
        if (!UsesWebhook)
            yield break;
        if (!IsHttp(WebhookUrl) || new Uri(WebhookUrl) is { Scheme: not "https", IsLoopback: false })
            yield return Wrong("WebhookUrl", "is not an https address (http is for this machine alone).");
        if (WebhookSecret.Length is 0 or > 256 || !WebhookSecret.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
            yield return Wrong("WebhookSecret", "must have 1 to 256 characters of A-Z a-z 0-9 _ - when a webhook is set.");
    }

    private static bool IsHttp(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");

    private static string Wrong(string name, string problem) => $"Senim__Telegram__{name}: {problem}";
}

internal sealed class TelegramOptionsCheck : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options) => options.Faults().ToList() is { Count: > 0 } faults
        ? ValidateOptionsResult.Fail(faults)
        : ValidateOptionsResult.Success;
}

internal static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
