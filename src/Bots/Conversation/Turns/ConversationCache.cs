using Senim.Intake.Conversations;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Turns;

/// <summary>
/// Conversations opened lately. Bounded; what it holds is only believed once the commit has found the same version. When it is full, those
/// that nobody has used for longest give way: whoever talks now is always among those it holds.
/// </summary>
/// <param name="mostBytes">Of all.</param>
internal sealed class ConversationCache(TimeProvider clock, long mostBytes = ConversationCache.MostBytes)
{
    /// <summary>Some 4,500 conversations of the usual size; one that is not among them costs one read.</summary>
    public const long MostBytes = 16_000_000;

    /// <summary>What one that says nothing takes, keys and bookkeeping with it.</summary>
    public const int EmptyBytes = 3_500;

    /// <summary>What was said does not stay open longer than this after the last turn.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly Dictionary<ConversationKey, LinkedListNode<Entry>> entries = [];

    /// <summary>Used last stands first.</summary>
    private readonly LinkedList<Entry> byUse = new();
    private readonly Lock guard = new();
    private long bytes;

    public LiveConversation? Get(ConversationKey key)
    {
        lock (guard)
        {
            DropIdle();
            if (!entries.TryGetValue(key, out var node))
                return null;
            node.Value = node.Value with { UsedAt = clock.GetTimestamp() };
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Live;
        }
    }

    public void Set(LiveConversation live)
    {
        ArgumentNullException.ThrowIfNull(live);
        var entry = new Entry(live, Bytes(live), clock.GetTimestamp());
        lock (guard)
        {
            Drop(live.Key);
            entries[live.Key] = byUse.AddFirst(entry);
            bytes += entry.Bytes;
            DropIdle();
            while (bytes > mostBytes)
                Drop(byUse.Last!.Value.Live.Key);
        }
    }

    public void Forget(ConversationKey key)
    {
        lock (guard)
            Drop(key);
    }

    private void DropIdle()
    {
        while (byUse.Last is { } last && clock.GetElapsedTime(last.Value.UsedAt) > Idle)
            Drop(last.Value.Live.Key);
    }

    private void Drop(ConversationKey key)
    {
        if (!entries.Remove(key, out var node))
            return;
        byUse.Remove(node);
        bytes -= node.Value.Bytes;
    }

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

    private readonly record struct Entry(LiveConversation Live, long Bytes, long UsedAt);
}
