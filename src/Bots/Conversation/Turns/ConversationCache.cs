using Microsoft.Extensions.Caching.Memory;
using Senim.Intake.Conversations;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Turns;

/// <summary>Conversations opened lately. Bounded; what it holds is only believed once the commit has found the same version.</summary>
internal sealed class ConversationCache : IDisposable
{
    /// <summary>Bytes of all: some 8,000 conversations of the usual size.</summary>
    private const long MostBytes = 32_000_000;

    /// <summary>What one that says nothing takes, keys and bookkeeping with it.</summary>
    private const int EmptyBytes = 3_500;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly MemoryCache entries = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    public LiveConversation? Get(ConversationKey key) => entries.Get<LiveConversation>(key);

    public void Set(LiveConversation live) =>
        entries.Set(live.Key, live, new MemoryCacheEntryOptions { Size = Bytes(live), SlidingExpiration = Idle });

    public void Forget(ConversationKey key) => entries.Remove(key);

    public void Dispose() => entries.Dispose();

    private static long Bytes(LiveConversation live)
    {
        var (draft, crowd) = (live.State.Draft, live.State.Crowd);
        return EmptyBytes + (live.Memo?.Length ?? 0) + Bytes(draft.Story) + Bytes(draft.Last) + Bytes(crowd.Words) + Bytes(crowd.Grave);
    }

    private static long Bytes(IReadOnlyList<StoryPart> parts)
    {
        var bytes = 0L;
        for (var i = 0; i < parts.Count; i++)
            bytes += 100 + (2 * parts[i].Text.Length);
        return bytes;
    }
}
