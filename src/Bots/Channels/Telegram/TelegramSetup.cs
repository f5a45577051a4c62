using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Senim.Intake;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Senim.Bots.Channels.Telegram;

/// <summary>
/// On start: the webhook or none, the command menu and the descriptions in three languages. Repeated until Telegram takes it, beside
/// everything else: nobody's message waits for it.
/// </summary>
internal sealed partial class TelegramSetup(ITelegramBotClient client, IOptions<TelegramOptions> options, TimeProvider clock, ILogger<TelegramSetup> logger)
    : BackgroundService
{
    /// <summary>Bot API, setWebhook: 1-100 connections.</summary>
    public const int MostConnections = 100;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
            return;
        for (var wait = TimeSpan.FromSeconds(1); !stoppingToken.IsCancellationRequested; wait = Longer(wait))
        {
            try
            {
                await SetUpdatesWayAsync(stoppingToken);
                await SetWordsAsync(stoppingToken);
                LogReady(logger, options.Value.UsesWebhook ? "webhook" : "polling");
                return;
            }
            catch (ApiRequestException error)
            {
                LogRefused(logger, error.ErrorCode);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, error.GetType().Name);
            }
            catch (Exception)
            {
                return;
            }

            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task SetUpdatesWayAsync(CancellationToken cancellationToken) => options.Value.UsesWebhook
        ? client.SetWebhook(
            url: options.Value.WebhookUrl,
            maxConnections: MostConnections,
            allowedUpdates: TelegramMapping.AllowedUpdates,
            secretToken: options.Value.WebhookSecret,
            cancellationToken: cancellationToken)
        : client.DeleteWebhook(cancellationToken: cancellationToken);

    /// <summary>Without a language code for those whose device speaks none of the three: Kazakh, as the state language.</summary>
    private async Task SetWordsAsync(CancellationToken cancellationToken)
    {
        foreach (var language in Languages.All.Select(each => (Language?)each).Prepend(null))
        {
            var code = language?.Code();
            var words = TelegramWords.For(language ?? Language.Kk);
            await client.SetMyCommands(
                words.Commands.Select(command => new BotCommand(command.Name, command.Description)),
                languageCode: code,
                cancellationToken: cancellationToken);
            await client.SetMyDescription(description: words.Description, languageCode: code, cancellationToken: cancellationToken);
            await client.SetMyShortDescription(shortDescription: words.ShortDescription, languageCode: code, cancellationToken: cancellationToken);
        }
    }

    private static TimeSpan Longer(TimeSpan wait) => wait * 2 < LongestWait ? wait * 2 : LongestWait;

    [LoggerMessage(46, LogLevel.Information, "Telegram is set up ({Way}).")]
    private static partial void LogReady(ILogger logger, string way);

    [LoggerMessage(47, LogLevel.Error, "Telegram refuses the set-up ({Code}). 401 or 404: Senim__Telegram__Token is wrong. It will be tried again.")]
    private static partial void LogRefused(ILogger logger, int code);

    [LoggerMessage(48, LogLevel.Warning, "Telegram could not be set up ({Error}). It will be tried again.")]
    private static partial void LogFailed(ILogger logger, string error);
}
