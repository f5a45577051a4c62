using System.Diagnostics;

namespace Senim.FakeBotApi;

public sealed partial class FakeBotApiServer
{
    /// <summary>Every call so far, in the order in which they were answered.</summary>
    public IReadOnlyList<ApiCall> Calls => Locked(() => _world.Calls.ToList());

    public FakeBotApiCounters Counters => Locked(() => new FakeBotApiCounters(
        _world.Calls.Count,
        _world.Calls.Count(call => !call.Ok),
        _world.Updates.Created,
        _world.Updates.Deliveries,
        _world.FailedDeliveries,
        _world.Updates.Done));

    /// <summary>Updates that nobody has confirmed yet.</summary>
    public int PendingUpdates => Locked(() => _world.Updates.Count);

    public bool HasWebhook => Locked(() => _dispatcher.Delivery.HasWebhook);

    public BotSetup Setup => Locked(_world.Setup.Copy);

    public IReadOnlyList<long> ChatIds => Locked(() => _world.Chats.Keys.ToList());

    public IReadOnlyList<ApiCall> CallsOf(string method) => [.. Calls.Where(call => call.Method.Equals(method, StringComparison.OrdinalIgnoreCase))];

    public int CountCalls(string method) => CallsOf(method).Count;

    /// <exception cref="InvalidOperationException">Nobody has written there and the bot was not added.</exception>
    public ChatView Chat(long chatId) => Locked(() =>
        _world.Chats.TryGetValue(chatId, out var chat) ? chat.ToView() : throw new InvalidOperationException($"There is no chat {chatId}."));

    /// <summary>The newest message of the bot that stands in the chat and fits.</summary>
    /// <exception cref="TimeoutException">None came; tells what the chat shows.</exception>
    public async Task<ChatMessage> WaitForBotMessageAsync(long chatId, Func<ChatMessage, bool>? predicate = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ChatMessage? found = null;
        await WaitUntilAsync(
            () => (found = FindBotMessage(chatId, predicate)) is not null,
            timeout,
            () => $"No message of the bot in chat {chatId} fits. The chat:{Environment.NewLine}{Transcript(chatId)}",
            cancellationToken);
        return found!;
    }

    /// <summary>The first call that fits, past ones included.</summary>
    /// <exception cref="TimeoutException">None came; tells the last calls.</exception>
    public async Task<ApiCall> WaitForCallAsync(string method, Func<ApiCall, bool>? predicate = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ApiCall? found = null;
        await WaitUntilAsync(
            () => (found = CallsOf(method).FirstOrDefault(call => predicate is null || predicate(call))) is not null,
            timeout,
            () => $"No call of {method} fits. The last calls:{Environment.NewLine}{string.Join(Environment.NewLine, Calls.TakeLast(20))}",
            cancellationToken);
        return found!;
    }

    /// <summary>Until every update has been confirmed or answered with 2xx.</summary>
    public Task WaitUntilDeliveredAsync(TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        WaitUntilAsync(() => PendingUpdates == 0, timeout, () => $"{PendingUpdates} updates still wait.", cancellationToken);

    /// <summary>Looks again after each change.</summary>
    /// <exception cref="TimeoutException">It did not become true in time.</exception>
    public async Task WaitUntilAsync(Func<bool> condition, TimeSpan? timeout = null, Func<string>? explain = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var patience = timeout ?? _world.Options.WaitTimeout;
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var changed = Locked(() => _world.Changed);
            if (condition())
                return;
            var rest = patience - Stopwatch.GetElapsedTime(started);
            if (rest <= TimeSpan.Zero)
                throw new TimeoutException(explain?.Invoke() ?? "What was waited for did not happen.");
            try
            {
                await changed.WaitAsync(rest, cancellationToken);
            }
            catch (TimeoutException)
            {
                // The loop looks a last time.
            }
        }
    }

    private ChatMessage? FindBotMessage(long chatId, Func<ChatMessage, bool>? predicate)
    {
        var messages = Locked(() => _world.Chats.TryGetValue(chatId, out var chat) ? chat.ToView().BotMessages : []);
        return messages.LastOrDefault(message => predicate is null || predicate(message));
    }

    private string Transcript(long chatId) => Locked(() => _world.Chats.TryGetValue(chatId, out var chat) ? chat.ToView().ToString() : "(no such chat)");
}
