using Senim.Intake.Conversations;

namespace Senim.Bots.Conversation.Turns;

/// <summary>One lane a conversation: work on it runs one after the other, in the order in which it came; other lanes do not wait.</summary>
internal sealed class ConversationLanes
{
    private readonly Dictionary<ConversationKey, Task> tails = [];
    private readonly Lock guard = new();

    public Task<T> RunAsync<T>(ConversationKey key, Func<Task<T>> work)
    {
        Task<T> mine;
        lock (guard)
        {
            var before = tails.GetValueOrDefault(key, Task.CompletedTask);
            mine = AfterAsync(before, work);
            tails[key] = mine;
        }

        _ = LeaveAsync(key, mine);
        return mine;
    }

    private static async Task<T> AfterAsync<T>(Task before, Func<Task<T>> work)
    {
        // Also leaves the lock of the caller before any work is done.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        return await work();
    }

    private async Task LeaveAsync(ConversationKey key, Task mine)
    {
        await mine.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (guard)
        {
            if (ReferenceEquals(tails.GetValueOrDefault(key), mine))
                tails.Remove(key);
        }
    }
}
