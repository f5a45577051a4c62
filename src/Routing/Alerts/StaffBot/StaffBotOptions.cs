namespace Senim.Routing.Alerts.StaffBot;

/// <summary>Settings under <c>Senim:Alerts:Telegram</c>. Without a token the way is off.</summary>
internal sealed class StaffBotOptions
{
    public const string Section = "Senim:Alerts:Telegram";

    /// <summary>The token of the bot of staff, which is not the public bot. Environment only.</summary>
    public string Token { get; set; } = "";

    /// <summary>Base address of a Bot API server; empty for the one of the public bot (<c>Senim:Telegram:ApiUrl</c>), or Telegram's own.</summary>
    public string ApiUrl { get; set; } = "";

    /// <summary>How long one long poll waits for updates, in seconds (0-50). Default 25.</summary>
    public int PollSeconds { get; set; } = 25;

    /// <summary>The token of the public bot, to refuse the same one.</summary>
    public string PublicToken { get; set; } = "";

    public bool IsOn => Token.Length > 0;

    /// <returns>One line for each setting that cannot be used; never a token.</returns>
    public IEnumerable<string> Faults()
    {
        if (!IsOn)
            yield break;
        var parts = Token.Split(':');
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0 || !parts[0].All(char.IsAsciiDigit))
            yield return "Senim__Alerts__Telegram__Token: is not a bot token (digits, a colon, letters).";
        else if (Token == PublicToken)
            yield return "Senim__Alerts__Telegram__Token: is that of the public bot. Ask BotFather for another bot.";
        if (ApiUrl.Length > 0 && !SettingForms.IsHttp(ApiUrl))
            yield return "Senim__Alerts__Telegram__ApiUrl: is not an http or https address.";
        if (PollSeconds is < 0 or > 50)
            yield return "Senim__Alerts__Telegram__PollSeconds: must be 0 to 50.";
    }
}
