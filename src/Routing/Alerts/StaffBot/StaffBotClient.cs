using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace Senim.Routing.Alerts.StaffBot;

/// <summary>The one client of the bot of staff.</summary>
internal sealed class StaffBotClient(IOptions<StaffBotOptions> options, IHttpClientFactory clients)
{
    public const string Http = "alert-telegram";

    public ITelegramBotClient Bot { get; } = new TelegramBotClient(
        new TelegramBotClientOptions(options.Value.IsOn ? options.Value.Token : "0:off", options.Value.ApiUrl.Length > 0 ? options.Value.ApiUrl : null)
        {
            // The lane waits, not the call.
            RetryThreshold = 0,
        },
        clients.CreateClient(Http));
}
