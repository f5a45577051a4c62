using Senim.Intake.Outbox;

namespace Senim.Routing.Transport;

/// <summary>
/// Hands events to their consumers in the same process, one consumer after the other. Events that one of them could not take, or that
/// nobody takes, are not delivered: they stay in the outbox and are repeated to all of them.
/// </summary>
public sealed class InProcessTransport(IEnumerable<IEventConsumer> consumers) : IEventTransport
{
    private readonly ILookup<string, IEventConsumer> consumersByType = consumers
        .SelectMany(consumer => consumer.Types.Select(type => (type, consumer)))
        .ToLookup(pair => pair.type, pair => pair.consumer, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Nobody takes events of one of the types.</exception>
    public async Task PublishAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        if (envelopes.FirstOrDefault(envelope => !consumersByType.Contains(envelope.Type)) is { } lost)
            throw new InvalidOperationException($"Nobody takes events of type {lost.Type}.");
        var byConsumer = envelopes
            .SelectMany(envelope => consumersByType[envelope.Type].Select(consumer => (consumer, envelope)))
            .GroupBy(pair => pair.consumer, pair => pair.envelope);
        foreach (var theirs in byConsumer)
            await theirs.Key.ConsumeAsync([.. theirs], cancellationToken);
    }
}
