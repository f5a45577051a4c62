using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;

namespace Senim.Bots.Channels.Telegram;

/// <summary>Removes from a chat what is not to stay there: the bot's older messages at once, the reporter's at the receipt, when their file is with us, and when they leave.</summary>
internal sealed class ChatCleaning(TelegramCalls calls, IFilesHere filesHere)
{
    /// <summary>Bot API, deleteMessages: 1-100 ids a call.</summary>
    private const int MostAtOnce = 100;

    /// <returns>The memo without what is gone, and whether everything is gone that was to go.</returns>
    public async Task<(TelegramMemo After, bool IsClean)> CleanAsync(
        long chat, TelegramMemo memo, OutboundReply reply, CancellationToken cancellationToken)
    {
        var old = await DeleteAsync(chat, memo.Old, cancellationToken);
        var unblanked = await BlankAsync(chat, old.Refused, reply.Language, cancellationToken);
        var after = memo with { Old = [.. old.Waiting, .. unblanked] };

        var isClean = after.Old.Count == 0;
        if (reply.ClearsChat)
        {
            var all = await DeleteAsync(chat, [.. memo.Typed, .. memo.Files, .. memo.Fetched.Select(file => file.Message)], cancellationToken);
            after = after with
            {
                Typed = [.. memo.Typed.Where(all.Waiting.Contains)],
                Files = [.. memo.Files.Where(all.Waiting.Contains)],
                Fetched = [.. memo.Fetched.Where(file => all.Waiting.Contains(file.Message))],
            };
            return (after, isClean && all.Waiting.Count == 0);
        }

        if (!reply.TidiesChat || !memo.RemovesTyped)
            return (after, isClean);
        var typed = await DeleteAsync(chat, memo.Typed, cancellationToken);
        (after, var areFilesClean) = await CleanFilesAsync(chat, after with { Typed = typed.Waiting }, cancellationToken);
        return (after, isClean && areFilesClean && typed.Waiting.Count == 0);
    }

    /// <summary>Of the messages with files those whose file is with us; of the others the chat holds the only copy.</summary>
    /// <returns>The memo without what is gone, and whether everything is gone that was to go.</returns>
    public async Task<(TelegramMemo After, bool IsClean)> CleanFilesAsync(long chat, TelegramMemo memo, CancellationToken cancellationToken)
    {
        if (!memo.RemovesTyped)
            return (memo, true);
        var here = new List<int>();
        foreach (var file in memo.Fetched)
        {
            if (await filesHere.AreAllStoredAsync(DeliveryKey.FromBytes(file.Delivery), count: 1, cancellationToken))
                here.Add(file.Message);
        }

        var gone = await DeleteAsync(chat, here, cancellationToken);
        return (memo with { Fetched = [.. memo.Fetched.Where(file => !here.Contains(file.Message) || gone.Waiting.Contains(file.Message))] }, gone.Waiting.Count == 0);
    }

    /// <summary>
    /// Before 48 hours are over: what was typed and is there still, whether or not the report was ended. A message of the bot that quotes it
    /// says no more than how to go on.
    /// </summary>
    /// <returns>The memo without what is gone, and whether everything is gone that was to go.</returns>
    public async Task<(TelegramMemo After, bool IsClean)> CleanLateAsync(
        long chat, TelegramMemo memo, OutboundReply reply, CancellationToken cancellationToken)
    {
        var (after, isClean) = await CleanAsync(chat, memo, reply with { TidiesChat = true }, cancellationToken);
        if (!reply.QuotesReporter || !memo.RemovesTyped || memo.BotMessage is not { } message)
            return (after, isClean);
        return (after, await calls.EditAsync(chat, message, TelegramWords.GoOn(reply.Language), cancellationToken) is not CallResult.Later && isClean);
    }

    /// <summary>One message that is too old stops a whole call, so they are then tried one by one.</summary>
    private async Task<Gone> DeleteAsync(long chat, IReadOnlyList<int> messages, CancellationToken cancellationToken)
    {
        var refused = new List<int>();
        var waiting = new List<int>();
        foreach (var some in messages.Chunk(MostAtOnce))
        {
            var result = await calls.DeleteAsync(chat, some, cancellationToken);
            if (result is CallResult.Later)
                waiting.AddRange(some);
            if (result is not CallResult.Refused)
                continue;
            foreach (var message in some)
            {
                var alone = some.Length == 1 ? result : await calls.DeleteAsync(chat, [message], cancellationToken);
                if (alone is CallResult.Refused)
                    refused.Add(message);
                else if (alone is CallResult.Later)
                    waiting.Add(message);
            }
        }

        return new Gone(refused, waiting);
    }

    /// <summary>Bot API, deleteMessage: not past 48 hours. What the bot said longer ago becomes a line that says nothing.</summary>
    /// <returns>Those for which it has to be tried again.</returns>
    private async Task<List<int>> BlankAsync(long chat, IReadOnlyList<int> messages, Language language, CancellationToken cancellationToken)
    {
        var blank = TelegramWords.GoOn(language) with { Choices = [] };
        var waiting = new List<int>();
        foreach (var message in messages)
        {
            if (await calls.EditAsync(chat, message, blank, cancellationToken) is CallResult.Later)
                waiting.Add(message);
        }

        return waiting;
    }

    /// <param name="Refused">Can never be deleted.</param>
    /// <param name="Waiting">To be tried again.</param>
    private sealed record Gone(IReadOnlyList<int> Refused, IReadOnlyList<int> Waiting);
}
