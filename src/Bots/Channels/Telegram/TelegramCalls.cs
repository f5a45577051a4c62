using Senim.Bots.Conversation.Turns;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Senim.Bots.Channels.Telegram;

/// <summary>Calls to the Bot API, each with its answer mapped once to one of a short list.</summary>
internal sealed class TelegramCalls(ITelegramBotClient client, TimeSpan longest)
{
    /// <summary>
    /// Without a sound, since somebody else may be near the phone; without a preview of a link that the reporter wrote and the reply quotes;
    /// kept from being forwarded, copied and saved.
    /// </summary>
    public Task<CallResult> SendAsync(long chat, OutboundReply reply, CancellationToken cancellationToken) =>
        CallAsync(
            async cancellation =>
            {
                var sent = await client.SendMessage(
                    chatId: chat,
                    text: reply.Text,
                    replyMarkup: Keyboard(reply),
                    linkPreviewOptions: LinkPreviewOptions.Disabled,
                    disableNotification: true,
                    protectContent: !reply.MayBeCopied,
                    cancellationToken: cancellation);
                return sent.Id;
            },
            cancellationToken);

    public Task<CallResult> EditAsync(long chat, int message, OutboundReply reply, CancellationToken cancellationToken) =>
        CallAsync(
            async cancellation =>
            {
                await client.EditMessageText(
                    chatId: chat,
                    messageId: message,
                    text: reply.Text,
                    replyMarkup: Keyboard(reply),
                    linkPreviewOptions: LinkPreviewOptions.Disabled,
                    cancellationToken: cancellation);
                return message;
            },
            cancellationToken);

    /// <summary>Bot API, deleteMessages: 1-100 ids; those that cannot be found or deleted are passed over.</summary>
    public Task<CallResult> DeleteAsync(long chat, IReadOnlyCollection<int> messages, CancellationToken cancellationToken) =>
        CallAsync(
            async cancellation =>
            {
                await client.DeleteMessages(chatId: chat, messageIds: messages, cancellationToken: cancellation);
                return 0;
            },
            cancellationToken);

    public Task<CallResult> AnswerPressAsync(string callbackQuery, CancellationToken cancellationToken) =>
        CallAsync(
            async cancellation =>
            {
                await client.AnswerCallbackQuery(callbackQuery, cancellationToken: cancellation);
                return 0;
            },
            cancellationToken);

    public Task<CallResult> LeaveAsync(long chat, CancellationToken cancellationToken) =>
        CallAsync(
            async cancellation =>
            {
                await client.SendRequest(new LeaveGroupRequest { ChatId = new ChatId(chat) }, cancellation);
                return 0;
            },
            cancellationToken);

    private static InlineKeyboardMarkup? Keyboard(OutboundReply reply) => reply.Choices.Count == 0
        ? null
        : new InlineKeyboardMarkup(reply.Choices.Select(row =>
            row.Select(choice => InlineKeyboardButton.WithCallbackData(choice.Label, CallbackData.Write(choice)))));

    private async Task<CallResult> CallAsync(Func<CancellationToken, Task<int>> call, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(longest);
        try
        {
            return new CallResult.Ok(await call(limit.Token));
        }
        catch (ApiRequestException error)
        {
            return Map(error);
        }
        catch (RequestException)
        {
            // The library also says so when it is stopped while it reads an answer.
            cancellationToken.ThrowIfCancellationRequested();
            return new CallResult.Later(null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new CallResult.Later(null);
        }
    }

    /// <summary>Descriptions as the Bot API words them; matched loosely, since it changes them without notice.</summary>
    private static CallResult Map(ApiRequestException error)
    {
        bool Says(string words) => error.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
        return error.ErrorCode switch
        {
            400 when Says("message is not modified") => new CallResult.Unchanged(),
            400 when Says("message to edit not found") || Says("message can't be edited") || Says("MESSAGE_ID_INVALID") => new CallResult.NoMessage(),
            400 when Says("chat not found") || Says("user is deactivated") => new CallResult.Gone(),
            403 => new CallResult.Gone(),
            429 => new CallResult.Later(error.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null),

            // The token is wrong or being changed: nothing that the reporter could help.
            401 or 404 => new CallResult.Later(null),
            >= 500 => new CallResult.Later(null),
            _ => new CallResult.Refused($"telegram-{error.ErrorCode}"),
        };
    }
}

/// <summary>What the Bot API answered.</summary>
internal abstract record CallResult
{
    private CallResult()
    {
    }

    /// <param name="Message">Id of the message sent or edited.</param>
    public sealed record Ok(int Message) : CallResult;

    /// <summary>The message already shows just this.</summary>
    public sealed record Unchanged : CallResult;

    /// <summary>The message is gone or too old to be edited: a new one is needed.</summary>
    public sealed record NoMessage : CallResult;

    /// <summary>Too many requests, a server error, or no answer in time.</summary>
    public sealed record Later(TimeSpan? After) : CallResult;

    /// <summary>Blocked, or the account is no more.</summary>
    public sealed record Gone : CallResult;

    public sealed record Refused(string Code) : CallResult;
}
