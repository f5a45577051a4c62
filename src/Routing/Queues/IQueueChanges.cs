using Senim.Routing.Departments;

namespace Senim.Routing.Queues;

/// <summary>Tells that a queue changed, after the change is durable. What changed is read again by who listens.</summary>
public interface IQueueChanges
{
    /// <summary>
    /// Listens from the call until <paramref name="cancellationToken"/>, which also ends the enumeration quietly. Changes that come
    /// faster than they are read are told as one.
    /// </summary>
    IAsyncEnumerable<QueueChanged> Subscribe(StaffScope scope, CancellationToken cancellationToken);
}

/// <param name="Number">Grows with each change in this process.</param>
public readonly record struct QueueChanged(long Number);
