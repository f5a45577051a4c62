using System.Text.Json.Nodes;

namespace Senim.FakeBotApi.World;

/// <summary>Updates in the order in which they happened. Guarded by the world's lock.</summary>
internal sealed class UpdateQueue(int firstId)
{
    /// <summary>Telegram keeps an update for at most this long.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>Only sent when asked for by name (Bot API, getUpdates, allowed_updates).</summary>
    private static readonly HashSet<string> OnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly LinkedList<PendingUpdate> _pending = [];
    private readonly Dictionary<long, Queue<PendingUpdate>> _lanes = [];
    private HashSet<string> _allowed = [];
    private int _lastId = firstId - 1;
    private long _loneLane = long.MinValue;

    public int NextId { get; set; } = firstId;

    public bool DeliverTwice { get; set; }

    public int Created { get; private set; }

    public int Deliveries { get; private set; }

    public int Done { get; private set; }

    public int Count => _pending.Count;

    public IEnumerable<long> Lanes => _lanes.Keys;

    public IReadOnlyCollection<string> AllowedUpdates => _allowed;

    /// <summary>Null keeps the setting; an empty list is the default. Updates that wait already are not touched.</summary>
    public void Allow(IReadOnlyList<string>? kinds)
    {
        if (kinds is not null)
            _allowed = [.. kinds];
    }

    /// <summary>Null when nobody asked for this kind.</summary>
    public PendingUpdate? Add(string kind, JsonObject content, long lane, DateTimeOffset now) =>
        (_allowed.Count == 0 ? !OnRequest.Contains(kind) : _allowed.Contains(kind))
            ? AddRaw(new JsonObject { [kind] = content }, lane, now)
            : null;

    /// <summary>With its own update_id where it has one, else with the next.</summary>
    public PendingUpdate AddRaw(JsonObject update, long? lane, DateTimeOffset now)
    {
        var id = update["update_id"]?.GetValue<int>() ?? NextId++;
        update.Remove("update_id");
        update.Insert(0, "update_id", id);
        var pending = new PendingUpdate
        {
            Id = id,
            Json = update.ToJsonString(),
            Lane = lane ?? _loneLane++,
            Created = now,
            DeliveriesWanted = DeliverTwice ? 2 : 1,
        };
        _lastId = id;
        Created++;
        pending.Node = _pending.AddLast(pending);
        if (!_lanes.TryGetValue(pending.Lane, out var queue))
            _lanes[pending.Lane] = queue = new Queue<PendingUpdate>();
        queue.Enqueue(pending);
        return pending;
    }

    /// <summary>Confirms what lies below the offset, and hands out what comes next.</summary>
    public IReadOnlyList<PendingUpdate> Poll(int offset, int limit, DateTimeOffset now)
    {
        ForgetOld(now);
        if (offset < 0)
        {
            for (var surplus = _pending.Count + offset; surplus > 0; surplus--)
                Finish(_pending.First!.Value);
        }
        else if (offset > 0 && offset <= _lastId + 10)
        {
            // An offset far beyond the last id is a leftover from before the ids jumped, and confirms nothing.
            Confirm(offset);
        }

        var batch = _pending.Take(limit).ToList();
        foreach (var update in batch)
            Deliver(update);
        return batch;
    }

    public PendingUpdate? HeadOf(long lane, DateTimeOffset now)
    {
        ForgetOld(now);
        return _lanes.TryGetValue(lane, out var queue) ? queue.Peek() : null;
    }

    public void Deliver(PendingUpdate update)
    {
        update.Deliveries++;
        Deliveries++;
    }

    /// <summary>One that is to be delivered once more stays.</summary>
    public void Acknowledge(PendingUpdate update)
    {
        update.FailuresInARow = 0;
        if (update.Deliveries >= update.DeliveriesWanted && update.Node?.List is not null)
            Finish(update);
    }

    public void Clear()
    {
        _pending.Clear();
        _lanes.Clear();
    }

    private void Confirm(int offset)
    {
        for (var node = _pending.First; node is not null && node.Value.Id < offset;)
        {
            var next = node.Next;
            if (node.Value.DeliveriesWanted == 1 || node.Value.Deliveries >= node.Value.DeliveriesWanted)
                Finish(node.Value);
            node = next;
        }
    }

    private void ForgetOld(DateTimeOffset now)
    {
        while (_pending.First is { } first && now - first.Value.Created > KeptFor)
            Remove(first.Value);
    }

    private void Finish(PendingUpdate update)
    {
        Remove(update);
        Done++;
    }

    private void Remove(PendingUpdate update)
    {
        _pending.Remove(update.Node!);
        var queue = _lanes[update.Lane];
        if (queue.Peek() == update)
            queue.Dequeue();
        else
            _lanes[update.Lane] = queue = new Queue<PendingUpdate>(queue.Where(other => other != update));
        if (queue.Count == 0)
            _lanes.Remove(update.Lane);
    }
}
