namespace Senim.Intake.Outbox;

/// <summary>Which of the two queues an event waits in; Emergency is always emptied first.</summary>
public enum EventLane
{
    Emergency = 0,
    Other = 1,
}

/// <summary>An event on its way: a type, a routing key (<c>region.district.urgency</c>) and a JSON body of ids, codes and times.</summary>
/// <param name="Id">The same at every repetition; consumers use it to have one effect only.</param>
public sealed record EventEnvelope(Guid Id, string Type, EventLane Lane, string RoutingKey, DateTime OccurredUtc, string Json);

/// <summary>Carries events between the sides of the service. Delivery is at least once.</summary>
public interface IEventTransport
{
    /// <summary>Returns once all of the events are durable on the other side; throws when one of them is not known to be.</summary>
    Task PublishAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken);
}

/// <summary>Takes events of the types it names, many in one transaction. Must be idempotent, and durable before it returns.</summary>
public interface IEventConsumer
{
    IReadOnlyCollection<string> Types { get; }

    /// <summary>Has the effect of all of them; throws when one cannot be taken, and then none is.</summary>
    Task ConsumeAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken);
}
