using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Senim.Bots.Channels.Telegram;

/// <summary>The name in the settings, else the one that Telegram has for the token.</summary>
internal sealed class BotName(IOptions<TelegramOptions> options, IHttpClientFactory clients) : IBotName
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Name.Length > 0)
            return options.Value.Name.TrimStart('@');
        if (!options.Value.IsOn)
            return null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestWait);
        try
        {
            return (await TelegramRegistration.CreateClient(options.Value, clients).GetMe(limit.Token)).Username;
        }
        catch (RequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
