using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Senim.Routing.Alerts.StaffBot;

/// <summary>
/// Long polling. An update whose handling fails is tried again with the next poll, and passed over at the third failure: a press can be repeated by
/// its person, and must not hold up those of others.
/// </summary>
internal sealed partial class StaffBotPolling(
    StaffBotClient client, IOptions<StaffBotOptions> options, StaffBotTalk talk, TimeProvider clock, ILogger<StaffBotPolling> logger) : BackgroundService
{
    private const int MostFailures = 3;

    private static readonly UpdateType[] Kinds = [UpdateType.Message, UpdateType.CallbackQuery];
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Another node polls, or the token is wrong.</summary>
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(5);

    private int? offset;
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (options.Value.IsOn && !stoppingToken.IsCancellationRequested)
        {
            var wait = await PollAsync(stoppingToken);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> PollAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var update in await client.Bot.GetUpdates(offset, timeout: options.Value.PollSeconds, allowedUpdates: Kinds, cancellationToken: stoppingToken))
            {
                if (!await TakeAsync(update, stoppingToken))
                    return AfterFailure;
                (offset, failures) = (update.Id + 1, 0);
            }

            return TimeSpan.Zero;
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (ApiRequestException error) when (error.ErrorCode is 401 or 404 or 409)
        {
            LogRefused(logger, error.ErrorCode);
            return AfterRefusal;
        }
        catch (Exception error)
        {
            LogFailed(logger, error.GetType().Name);
            return AfterFailure;
        }
    }

    /// <returns>False when it is to be tried again.</returns>
    private async Task<bool> TakeAsync(Update update, CancellationToken stoppingToken)
    {
        try
        {
            await talk.TakeAsync(update, stoppingToken);
            return true;
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(logger, error.GetType().Name);
            return ++failures >= MostFailures;
        }
    }

    [LoggerMessage(94, LogLevel.Error, "Telegram refuses the bot of staff ({Code}). 401 or 404: Senim__Alerts__Telegram__Token is wrong. 409: another node polls.")]
    private static partial void LogRefused(ILogger logger, int code);

    [LoggerMessage(95, LogLevel.Warning, "Updates of the bot of staff could not be fetched or handled ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
