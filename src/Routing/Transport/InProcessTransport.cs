using Senim.Intake.Outbox;

namespace Senim.Routing.Transport;

/// <summary>
/// Hands an event to its consumers in the same process, one after the other. An event that one of them could not take, or that nobody
/// takes, is not delivered: it stays in the outbox and is repeated to all of them.
/// </summary>
internal sealed class InProcessTransport(IEnumerable<IEventConsumer> consumers) : IEventTransport
{
    private readonly ILookup<string, IEventConsumer> consumersByType = consumers
        .SelectMany(consumer => consumer.Types.Select(type => (type, consumer)))
        .ToLookup(pair => pair.type, pair => pair.consumer, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Nobody takes events of this type.</exception>
    public async Task PublishAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        if (!consumersByType.Contains(envelope.Type))
            throw new InvalidOperationException($"Nobody takes events of type {envelope.Type}.");
        foreach (var consumer in consumersByType[envelope.Type])
            await consumer.ConsumeAsync(envelope, cancellationToken);
    }
}
