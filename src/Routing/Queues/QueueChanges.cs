using System.Collections.Concurrent;
using System.Threading.Channels;
using Senim.Routing.Departments;

namespace Senim.Routing.Queues;

/// <summary>The listeners of this process, each with room for one untold change.</summary>
internal sealed class QueueChanges : IQueueChanges
{
    private readonly ConcurrentDictionary<Listener, byte> listeners = new();
    private long number;

    public IAsyncEnumerable<QueueChanged> Subscribe(StaffScope scope, CancellationToken cancellationToken)
    {
        var listener = new Listener(scope);
        listeners[listener] = 0;
        cancellationToken.Register(() =>
        {
            listeners.TryRemove(listener, out _);
            listener.Untold.Writer.TryComplete();
        });
        return listener.Untold.Reader.ReadAllAsync(CancellationToken.None);
    }

    /// <summary>A change that was made by this process, as unit and region; for whoever tells other processes.</summary>
    public event Action<string, string>? Told;

    /// <summary>Something was changed by this process.</summary>
    public void Tell(string unitCode, string regionCode)
    {
        TellHere(unitCode, regionCode);
        Told?.Invoke(unitCode, regionCode);
    }

    /// <summary>Something was changed, by whichever process.</summary>
    public void TellHere(string unitCode, string regionCode)
    {
        var change = new QueueChanged(Interlocked.Increment(ref number));
        foreach (var listener in listeners.Keys.Where(listener => Reach.Includes(listener.Scope, unitCode, regionCode)))
            listener.Untold.Writer.TryWrite(change);
    }

    /// <summary>Only the pages of this person have something new to show.</summary>
    public void TellStaff(string staffId)
    {
        var change = new QueueChanged(Interlocked.Increment(ref number));
        foreach (var listener in listeners.Keys.Where(listener => listener.Scope.StaffId == staffId))
            listener.Untold.Writer.TryWrite(change);
    }

    private sealed class Listener(StaffScope scope)
    {
        public StaffScope Scope => scope;

        public Channel<QueueChanged> Untold { get; } =
            Channel.CreateBounded<QueueChanged>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    }
}
