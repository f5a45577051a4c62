using Microsoft.Extensions.Options;

namespace Senim.Bots.Channels.Sms;

/// <summary>Settings under <c>Senim:Sms</c>. Without an account the channel is off.</summary>
internal sealed class SmsOptions
{
    public const string Section = "Senim:Sms";

    /// <summary>Path of incoming texts; the public URL ends in it.</summary>
    public const string WebhookPath = "/sms/webhook";

    /// <summary>Path of delivery results.</summary>
    public const string StatusPath = "/sms/status";

    /// <summary>The account at Twilio, <c>AC</c> and 32 hexadecimal digits.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>The account's token: signs what Twilio posts and opens its API. Environment only.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>The hotline's number: E.164 (<c>+77...</c>) or a short code. A name cannot be answered and is refused.</summary>
    public string From { get; set; } = "";

    /// <summary>The public HTTPS address to which Twilio posts texts, letter for letter as Twilio has it; ends in <c>/sms/webhook</c>.</summary>
    public string WebhookUrl { get; set; } = "";

    /// <summary>Base address of a server that speaks Twilio's API; empty for Twilio's own.</summary>
    public string ApiUrl { get; set; } = "";

    /// <summary>
    /// Message segments a second that are sent outside of an answer (0.1-1000). Default 1, what Twilio carries over a long code; 100 for a short code.
    /// </summary>
    public double PerSecond { get; set; } = 1;

    /// <summary>How long one call that sends may take before it goes to the outbox, in seconds (0.1-30). Default 5.</summary>
    public double ShowSeconds { get; set; } = 5;

    public bool IsOn => AccountSid.Length > 0;

    /// <summary>The address that is told what became of a message.</summary>
    public string StatusUrl => WebhookUrl.EndsWith(WebhookPath, StringComparison.Ordinal) ? WebhookUrl[..^WebhookPath.Length] + StatusPath : "";

    /// <returns>One line for each setting that cannot be used; never a secret.</returns>
    public IEnumerable<string> Faults()
    {
        if (!IsOn)
            yield break;
        if (!IsAccount(AccountSid))
            yield return Wrong("AccountSid", "is not an account (AC and 32 digits or letters a-f), as Twilio's console shows it.");
        if (AuthToken.Length == 0 || AuthToken.Any(letter => letter is <= ' ' or > '~'))
            yield return Wrong("AuthToken", "must be the account's token when an account is set.");
        if (From.Any(char.IsLetter))
            yield return Wrong("From", "is a name, and nobody can answer a name. Use a number that can receive texts.");
        else if (!PhoneNumbers.IsSender(From))
            yield return Wrong("From", "is not a number: use +, the country and the number (+77001234567), or a short code.");
        if (!IsHttp(WebhookUrl) || new Uri(WebhookUrl) is { Scheme: not "https", IsLoopback: false })
            yield return Wrong("WebhookUrl", "is not an https address (http is for this machine alone).");
        else if (!WebhookUrl.EndsWith(WebhookPath, StringComparison.Ordinal))
            yield return Wrong("WebhookUrl", $"must end in {WebhookPath}.");
        if (ApiUrl.Length > 0 && !IsHttp(ApiUrl))
            yield return Wrong("ApiUrl", "is not an http or https address.");
        if (PerSecond is not (>= 0.1 and <= 1000))
            yield return Wrong("PerSecond", "must be 0.1 to 1000.");
        if (ShowSeconds is not (>= 0.1 and <= 30))
            yield return Wrong("ShowSeconds", "must be 0.1 to 30.");
    }

    private static bool IsAccount(string text) => text.Length == 34 && text.StartsWith("AC", StringComparison.Ordinal) && text.AsSpan(2).ContainsOnlyHex();

    private static bool IsHttp(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https");

    private static string Wrong(string name, string problem) => $"Senim__Sms__{name}: {problem}";
}

internal sealed class SmsOptionsCheck : IValidateOptions<SmsOptions>
{
    public ValidateOptionsResult Validate(string? name, SmsOptions options) => options.Faults().ToList() is { Count: > 0 } faults
        ? ValidateOptionsResult.Fail(faults)
        : ValidateOptionsResult.Success;
}
