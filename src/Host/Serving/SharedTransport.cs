using Senim.Intake.Outbox;

namespace Senim.Hosting.Serving;

/// <summary>
/// The one way of events that both sides of the process are handed. Each side has services of its own, so the consumers of both are known
/// only once both are built.
/// </summary>
internal sealed class SharedTransport : IEventTransport
{
    private IEventTransport? inner;

    public void Connect(IEventTransport transport) => inner = transport;

    public Task PublishAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken) =>
        (inner ?? throw new InvalidOperationException("Events are published before both sides are built.")).PublishAsync(envelopes, cancellationToken);
}
