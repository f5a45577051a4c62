using Microsoft.Extensions.Caching.Memory;
using Senim.Intake.Conversations;

namespace Senim.Bots.Conversation.Turns;

/// <summary>Conversations opened lately. Bounded; what it holds is only believed once the commit has found the same version.</summary>
internal sealed class ConversationCache : IDisposable
{
    private const int MostConversations = 20_000;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly MemoryCache entries = new(new MemoryCacheOptions { SizeLimit = MostConversations });

    public LiveConversation? Get(ConversationKey key) => entries.Get<LiveConversation>(key);

    public void Set(LiveConversation live) =>
        entries.Set(live.Key, live, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Idle });

    public void Forget(ConversationKey key) => entries.Remove(key);

    public void Dispose() => entries.Dispose();
}
