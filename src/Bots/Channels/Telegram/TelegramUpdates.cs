using Microsoft.Extensions.Logging;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Telegram.Bot.Types;

namespace Senim.Bots.Channels.Telegram;

/// <summary>Carries one update through, however it came.</summary>
internal sealed partial class TelegramUpdates(TelegramMapping mapping, TurnRunner runner, TelegramCalls calls, TimeProvider clock, ILogger<TelegramUpdates> logger)
{
    /// <summary>Takes its place in the chat's order before it returns the task.</summary>
    public Task<UpdateResult> TakeAsync(Update update)
    {
        MappedUpdate mapped;
        try
        {
            mapped = mapping.Map(update, clock.NowUtc());
        }
        catch (Exception error) when (error is NullReferenceException or ArgumentException or FormatException)
        {
            // The library reads what lacks required members without complaint; such an update is of no kind that we use.
            LogUnreadable(logger, error.GetType().Name);
            mapped = new MappedUpdate.Ignored();
        }

        return mapped switch
        {
            MappedUpdate.Turn turn => RunAsync(turn.Inbound),
            MappedUpdate.Left left => LeaveAsync(left.Chat),
            MappedUpdate.Ignored => Task.FromResult<UpdateResult>(new UpdateResult.Taken(null, null)),
            _ => throw new InvalidOperationException($"{mapped.GetType().Name} is not handled."),
        };
    }

    private async Task<UpdateResult> RunAsync(InboundTurn turn) => await runner.RunAsync(turn) is TurnResult.Done
        ? new UpdateResult.Taken(turn.ChannelData as TelegramMark, turn.ReplyAddress is { } address ? TelegramMapping.ChatId(address) : null)
        : new UpdateResult.NotTaken();

    private async Task<UpdateResult> LeaveAsync(long chat)
    {
        await calls.LeaveAsync(chat, CancellationToken.None);
        LogLeft(logger);
        return new UpdateResult.Taken(null, null);
    }

    [LoggerMessage(40, LogLevel.Information, "The bot was put into a group or channel and left it.")]
    private static partial void LogLeft(ILogger logger);

    [LoggerMessage(41, LogLevel.Warning, "An update could not be read ({Error}) and was passed over.")]
    private static partial void LogUnreadable(ILogger logger, string error);
}

/// <summary>Whether the provider may forget an update.</summary>
internal abstract record UpdateResult
{
    private UpdateResult()
    {
    }

    /// <param name="Mark">What of it is left to answer or remove; null when there is nothing.</param>
    public sealed record Taken(TelegramMark? Mark, long? Chat) : UpdateResult;

    /// <summary>Nothing was stored; it must come again.</summary>
    public sealed record NotTaken : UpdateResult;
}
