using RabbitMQ.Client;
using Senim.Intake.Outbox;

namespace Senim.Routing.Transport.RabbitMq;

/// <summary>Publishes events with confirms. Each lane has a connection of its own, so that an Emergency waits for nothing else.</summary>
internal sealed class RabbitMqTransport(Brokers brokers) : IEventTransport, IAsyncDisposable
{
    private readonly Publisher emergency = new(brokers, "emergency");
    private readonly Publisher other = new(brokers, "events");

    /// <summary>Returns once a majority of the brokers holds all of them.</summary>
    /// <exception cref="Exception">One of them is not known to be held; the outbox tells them all again.</exception>
    public async Task PublishAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        foreach (var lane in envelopes.GroupBy(envelope => envelope.Lane))
            await (lane.Key == EventLane.Emergency ? emergency : other).PublishAsync([.. lane], cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await emergency.DisposeAsync();
        await other.DisposeAsync();
    }

    private sealed class Publisher(Brokers brokers, string use) : IAsyncDisposable
    {
        /// <summary>A broker that is short of memory or disk, or without its majority, does not answer at all.</summary>
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        private readonly SemaphoreSlim alone = new(1);
        private readonly HashSet<string> declared = [];
        private IConnection? connection;
        private IChannel? channel;

        public async Task PublishAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken)
        {
            await alone.WaitAsync(cancellationToken);
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limited.CancelAfter(Patience);
            try
            {
                var open = await OpenAsync([.. envelopes.Select(envelope => envelope.Type).Distinct()], limited.Token);
                // All are on their way before the first confirm is waited for; the broker confirms many at once.
                var confirms = envelopes.Select(envelope => SendAsync(open, envelope, limited.Token)).ToList();
                await Task.WhenAll(confirms);
            }
            catch
            {
                await CloseAsync();
                throw;
            }
            finally
            {
                alone.Release();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await CloseAsync();
            alone.Dispose();
        }

        private static Task SendAsync(IChannel open, EventEnvelope envelope, CancellationToken cancellationToken)
        {
            var (exchange, key) = Topology.Address(envelope.Type, envelope.RoutingKey);
            var properties = new BasicProperties
            {
                ContentType = CloudEvent.ContentType,
                DeliveryMode = DeliveryModes.Persistent,
                MessageId = envelope.Id.ToString(),
                Type = envelope.Type,
            };
            return open.BasicPublishAsync(exchange, key, mandatory: true, properties, CloudEvent.Write(envelope), cancellationToken).AsTask();
        }

        private async Task<IChannel> OpenAsync(IReadOnlyCollection<string> types, CancellationToken cancellationToken)
        {
            if (channel is not { IsOpen: true })
            {
                await CloseAsync();
                connection = await brokers.ConnectAsync(use, cancellationToken);
                channel = await connection.CreateChannelAsync(
                    new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
            }

            if (declared.Count == 0 || !declared.IsSupersetOf(types))
            {
                await brokers.Topology.DeclareAsync(channel, types, cancellationToken);
                declared.UnionWith(types);
            }

            return channel;
        }

        private async Task CloseAsync()
        {
            declared.Clear();
            var old = connection;
            (connection, channel) = (null, null);
            if (old is null)
                return;
            try
            {
                // Does not wait for a broker that answers no more.
                await old.AbortAsync(TimeSpan.FromSeconds(1));
                await old.DisposeAsync();
            }
            catch (Exception error) when (error is RabbitMQ.Client.Exceptions.RabbitMQClientException or IOException or ObjectDisposedException or TimeoutException or OperationCanceledException)
            {
                // It is gone, which is all that was wanted.
            }
        }
    }
}
