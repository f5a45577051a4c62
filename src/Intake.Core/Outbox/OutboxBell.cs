namespace Senim.Intake.Outbox;

/// <summary>Wakes the sweep of one outbox at once; without it the sweep comes by every second all the same.</summary>
/// <typeparam name="TDb">The context whose outbox it is.</typeparam>
public sealed class OutboxBell<TDb> : IDisposable
{
    private readonly SemaphoreSlim emergency = new(0, 1);
    private readonly SemaphoreSlim other = new(0, 1);

    public void Ring(EventLane lane)
    {
        try
        {
            Of(lane).Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Returns when it rings, or after the longest wait.</summary>
    public Task WaitAsync(EventLane lane, TimeSpan longest, CancellationToken cancellationToken) =>
        Of(lane).WaitAsync(longest, cancellationToken);

    public void Dispose()
    {
        emergency.Dispose();
        other.Dispose();
    }

    private SemaphoreSlim Of(EventLane lane) => lane switch
    {
        EventLane.Emergency => emergency,
        EventLane.Other => other,
    };
}
