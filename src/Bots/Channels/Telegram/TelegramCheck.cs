using Microsoft.Extensions.Options;
using Senim.Intake.Checkups;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Senim.Bots.Channels.Telegram;

/// <summary>The bot as Telegram sees it: whether its token is accepted and whether updates come the way that the settings say.</summary>
internal sealed class TelegramCheck(IOptions<TelegramOptions> options, IHttpClientFactory clients, TimeProvider clock) : ICheck
{
    /// <summary>More than a busy minute leaves behind.</summary>
    private const int MostPending = 100;

    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    public string About => "Telegram";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
            return [new Finding("Senim__Telegram__Token", "is not set, so nobody reaches us over Telegram.", "Ask BotFather for a token.")];
        var client = TelegramRegistration.CreateClient(options.Value, clients);
        try
        {
            await client.GetMe(cancellationToken);
            var webhook = await client.GetWebhookInfo(cancellationToken);
            return [.. options.Value.UsesWebhook ? FindInWebhook(webhook) : FindInPolling(webhook)];
        }
        catch (ApiRequestException error) when (error.ErrorCode is 401 or 404)
        {
            return [new Finding("Senim__Telegram__Token", $"Telegram does not accept it ({error.ErrorCode}).", "Set the token that BotFather shows (/token).")];
        }
        catch (ApiRequestException error)
        {
            return [new Finding(About, $"refuses to say how the bot is ({error.ErrorCode}).", "Check again in a minute.")];
        }
        catch (RequestException)
        {
            return [new Finding(About, $"cannot be reached at {Server}.", "Open the way to it, or set Senim__Telegram__ApiUrl to a Bot API server of your own.")];
        }
    }

    private string Server => options.Value.ApiUrl.Length > 0 ? options.Value.ApiUrl : "api.telegram.org";

    private static IEnumerable<Finding> FindInPolling(WebhookInfo webhook)
    {
        if (!string.IsNullOrEmpty(webhook.Url))
            yield return new Finding("Senim__Telegram__WebhookUrl", $"is not set, yet Telegram posts updates to {webhook.Url}.", "Start the service: it removes that webhook. If it comes back, another service uses this token.");
    }

    private IEnumerable<Finding> FindInWebhook(WebhookInfo webhook)
    {
        if (webhook.Url != options.Value.WebhookUrl)
        {
            yield return new Finding(
                "Senim__Telegram__WebhookUrl",
                string.IsNullOrEmpty(webhook.Url) ? "Telegram has no webhook for this bot." : $"Telegram posts updates to {webhook.Url} instead.",
                "Start the service: it sets the webhook. If it changes again, another service uses this token.");
            yield break;
        }

        if (webhook.LastErrorDate is { } failed && clock.GetUtcNow().UtcDateTime - failed < Recent)
            yield return new Finding("Senim__Telegram__WebhookUrl", $"Telegram could not deliver at {failed:HH:mm} UTC: \"{webhook.LastErrorMessage}\".", "401: start the service again, it sets the secret. Else see whether proxy and service run.");
        if (webhook.PendingUpdateCount > MostPending)
            yield return new Finding("Senim__Telegram__WebhookUrl", $"{webhook.PendingUpdateCount} updates wait at Telegram.", "See whether the service answers and its database runs.");

        // None named means all but a few, which holds ours.
        var missing = webhook.AllowedUpdates is { Length: > 0 } allowed ? TelegramMapping.AllowedUpdates.Except(allowed).ToList() : [];
        if (missing.Count > 0)
            yield return new Finding("Senim__Telegram__WebhookUrl", $"Telegram keeps back updates of the kinds {string.Join(", ", missing)}.", "Start the service again: it asks for them.");
        if (webhook.MaxConnections < TelegramSetup.MostConnections)
            yield return new Finding("Senim__Telegram__WebhookUrl", $"Telegram opens only {webhook.MaxConnections} connections at a time.", $"Start the service again: it asks for {TelegramSetup.MostConnections}.");
    }
}
