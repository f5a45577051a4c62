using Senim.Hosting.Configuration;
using Senim.Intake.Doors;

namespace Senim.Hosting.Doors;

/// <summary>The ways through a door.</summary>
/// <param name="Telegram">Null without a bot.</param>
/// <param name="Web">The chat page.</param>
/// <param name="SmsNumber">Where the code is sent as an SMS; null without a number.</param>
internal sealed record DoorLinks(Uri? Telegram, Uri? Web, string? SmsNumber)
{
    /// <param name="bot">The bot's name without @; null when it is not known.</param>
    /// <exception cref="SettingException">The address of the chat page cannot be used.</exception>
    public static DoorLinks For(Door door, IConfiguration configuration, NodeSettings settings, string? bot) => new(
        bot is null ? null : new Uri($"https://t.me/{Uri.EscapeDataString(bot)}?start={door.Code}"),
        Site(configuration, settings) is { } site ? new Uri(site, $"/?d={door.Code}") : null,
        configuration["Senim:Sms:From"] is { Length: > 0 } number ? number : null);

    /// <summary>The setting, else where the webhooks are; in Development the address that is listened on.</summary>
    private static Uri? Site(IConfiguration configuration, NodeSettings settings)
    {
        const string Setting = "Senim:Urls:Site";
        if (configuration[Setting] is { Length: > 0 } given)
        {
            return Uri.TryCreate(given, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site.PathAndQuery == "/"
                ? site
                : throw new SettingException(Setting, $"'{given}' is not the address of a page. Use a form such as https://example.kz.");
        }

        foreach (var webhook in new[] { "Senim:Telegram:WebhookUrl", "Senim:Sms:WebhookUrl" })
        {
            if (Uri.TryCreate(configuration[webhook], UriKind.Absolute, out var posted) && posted.Scheme is "http" or "https")
                return new Uri(posted, "/");
        }

        return settings.IsDevelopment ? settings.PublicUrl : null;
    }
}
