using Senim.Intake.Outbox;
using Senim.Routing.Transport;

namespace Senim.Hosting.Serving;

/// <summary>The way of events within one process, which both of its sides are handed before the consumers of both are known.</summary>
internal sealed class SharedTransport : IEventTransport
{
    private IEventTransport? inner;

    public void Connect(IReadOnlyList<IEventConsumer> consumers) => inner = new InProcessTransport(consumers);

    public Task PublishAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken) =>
        (inner ?? throw new InvalidOperationException("Events are published before both sides are built.")).PublishAsync(envelopes, cancellationToken);
}
