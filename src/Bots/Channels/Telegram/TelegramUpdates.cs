using System.Text.Json;
using Microsoft.Extensions.Logging;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Telegram.Bot.Types;

namespace Senim.Bots.Channels.Telegram;

/// <summary>Carries one update through, however it came.</summary>
internal sealed partial class TelegramUpdates(TelegramMapping mapping, TurnRunner runner, TelegramCalls calls, TimeProvider clock, ILogger<TelegramUpdates> logger)
{
    /// <summary>Null for what is no update: bringing it again would not mend it.</summary>
    public Update? Read(JsonElement json) => Noted(TelegramReading.Read(json));

    /// <inheritdoc cref="Read(JsonElement)"/>
    public Update? Read(ReadOnlyMemory<byte> utf8) => Noted(TelegramReading.Read(utf8));

    public Task<UpdateResult> TakeAsync(Update update) => mapping.Map(update, clock.NowUtc()) switch
    {
        MappedUpdate.Turn turn => RunAsync(turn.Inbound),
        MappedUpdate.Left left => LeaveAsync(left.Chat),
        _ => Task.FromResult<UpdateResult>(new UpdateResult.Taken(null, null)),
    };

    private Update? Noted((Update? Update, bool WasRefused) read)
    {
        if (read.WasRefused)
            LogUnreadable(logger, read.Update is null ? "passed over" : "read in part");
        return read.Update;
    }

    private async Task<UpdateResult> RunAsync(InboundTurn turn) => await runner.RunAsync(turn) is TurnResult.Done or TurnResult.Spooled
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

    [LoggerMessage(41, LogLevel.Warning, "An update has a form that the library does not know; it was {Outcome}.")]
    private static partial void LogUnreadable(ILogger logger, string outcome);
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
