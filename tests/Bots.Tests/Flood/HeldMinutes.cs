using Senim.Bots.Channels;

namespace Senim.Bots.Tests.Flood;

/// <summary>The real time, but that the minute in which forged posts are counted ends when the test says so.</summary>
internal sealed class HeldMinutes : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<Action> waiting = [];

    public int Waiting
    {
        get
        {
            lock (guard)
                return waiting.Count;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != ForgedPosts.Interval || period != Timeout.InfiniteTimeSpan)
            return base.CreateTimer(callback, state, dueTime, period);
        lock (guard)
            waiting.Add(() => callback(state));
        return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void End()
    {
        List<Action> due;
        lock (guard)
        {
            due = [.. waiting];
            waiting.Clear();
        }

        due.ForEach(each => each());
    }
}
