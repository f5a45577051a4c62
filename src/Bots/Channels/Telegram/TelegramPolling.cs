using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Senim.Bots.Channels.Telegram;

/// <summary>
/// Long polling that confirms an update only once it is durable: the offset moves past what was taken and stands before the first
/// that was not. The chats of a batch enter side by side, each in order.
/// </summary>
internal sealed partial class TelegramPolling(
    ITelegramBotClient client, IOptions<TelegramOptions> options, TelegramUpdates updates, TelegramCalls calls, TimeProvider clock, ILogger<TelegramPolling> logger)
    : BackgroundService
{
    /// <summary>Bot API, getUpdates: 1-100 updates a call.</summary>
    private const int MostUpdates = 100;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Bot API, getUpdates: 409 while another poller or a webhook is there.</summary>
    private static readonly TimeSpan AfterConflict = TimeSpan.FromSeconds(5);

    private int? offset;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn || options.Value.UsesWebhook)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = await PollAsync(stoppingToken);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>How long to wait before the next poll.</returns>
    private async Task<TimeSpan> PollAsync(CancellationToken stoppingToken)
    {
        try
        {
            var batch = await client.SendRequest(
                new PollRequest
                {
                    Offset = offset,
                    Limit = MostUpdates,
                    Timeout = options.Value.PollSeconds,
                    AllowedUpdates = TelegramMapping.AllowedUpdates,
                },
                stoppingToken);
            return batch.Length == 0 || await TakeAsync(batch) ? TimeSpan.Zero : AfterFailure;
        }
        catch (Exception error) when (error is OperationCanceledException or RequestException && stoppingToken.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (ApiRequestException error)
        {
            LogRefused(logger, error.ErrorCode);
            return error.ErrorCode switch
            {
                409 or 401 or 404 => AfterConflict,
                429 => TimeSpan.FromSeconds(error.Parameters?.RetryAfter ?? 1),
                _ => AfterFailure,
            };
        }
        catch (Exception error)
        {
            LogFailed(logger, error.GetType().Name);
            return AfterFailure;
        }
    }

    /// <returns>False when the offset had to stand.</returns>
    private async Task<bool> TakeAsync(JsonElement[] batch)
    {
        var results = new UpdateResult?[batch.Length];
        var chats = batch
            .Select((json, place) => (Place: place, Update: updates.Read(json)))
            .GroupBy(each => each.Update is null ? (null, each.Place) : (Chat: TelegramMapping.ChatOf(each.Update), 0));
        await Task.WhenAll(chats.Select(chat => TakeChatAsync(chat, results)).ToList());

        for (var i = 0; i < batch.Length; i++)
        {
            if (results[i] is not UpdateResult.Taken taken)
            {
                LogStanding(logger);
                return false;
            }

            offset = batch[i].GetProperty("update_id").GetInt32() + 1;
            _ = AnswerAsync(taken);
        }

        return true;
    }

    /// <summary>In order; behind an update that could not be stored the chat's later ones wait, or they would overtake it.</summary>
    private async Task TakeChatAsync(IEnumerable<(int Place, Update? Update)> chat, UpdateResult?[] results)
    {
        foreach (var (place, update) in chat)
        {
            results[place] = update is null ? new UpdateResult.Taken(null, null) : await updates.TakeAsync(update);
            if (results[place] is UpdateResult.NotTaken)
                return;
        }
    }

    /// <summary>What the webhook's answer would have carried; its loss does no harm, so nothing waits for it.</summary>
    private async Task AnswerAsync(UpdateResult.Taken taken)
    {
        if (taken.Mark?.CallbackQuery is { } query)
            await calls.AnswerPressAsync(query, CancellationToken.None);
        else if (taken.Mark is { MayRemove: true, TypedMessage: { } typed } && taken.Chat is { } chat)
            await calls.DeleteAsync(chat, [typed], CancellationToken.None);
    }

    [LoggerMessage(43, LogLevel.Error, "Telegram refuses to hand out updates ({Code}). 401 or 404: Senim__Telegram__Token is wrong. 409: somebody else polls, or a webhook is set.")]
    private static partial void LogRefused(ILogger logger, int code);

    [LoggerMessage(44, LogLevel.Warning, "Updates could not be fetched from Telegram ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);

    [LoggerMessage(45, LogLevel.Error, "An update could not be stored; polling stands still until it can.")]
    private static partial void LogStanding(ILogger logger);
}
