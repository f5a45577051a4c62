using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using Senim.Intake.Outbox;

namespace Senim.Routing.Transport.RabbitMq;

/// <summary>One queue over one connection, until that is lost.</summary>
internal sealed partial class BrokerQueue : IAsyncDisposable
{
    /// <summary>As many as one transaction of the consumer is given; a crowd shares its flush.</summary>
    private const ushort MostAtOnce = 64;

    /// <summary>What a consumer could not take is not thrown at it again at once.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly Channel<Delivery> arrived = Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IChannel channel;
    private readonly InProcessTransport handing;
    private readonly TimeProvider clock;
    private readonly ILogger logger;

    private BrokerQueue(IChannel channel, InProcessTransport handing, TimeProvider clock, ILogger logger)
    {
        this.channel = channel;
        this.handing = handing;
        this.clock = clock;
        this.logger = logger;
    }

    public static async Task<BrokerQueue> StartAsync(
        IConnection connection, string queue, InProcessTransport handing, Func<IChannel, Task> declare, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var reading = new BrokerQueue(channel, handing, clock, logger);
        await declare(channel);
        await channel.BasicQosAsync(0, MostAtOnce, global: false, cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, told) =>
        {
            // The bytes are the client's own again once this returns.
            reading.arrived.Writer.TryWrite(new Delivery(told.DeliveryTag, told.Body.ToArray()));
            return Task.CompletedTask;
        };
        consumer.ShutdownAsync += (_, _) => reading.EndAsync();
        consumer.UnregisteredAsync += (_, _) => reading.EndAsync();
        channel.ChannelShutdownAsync += (_, _) => reading.EndAsync();
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken);
        return reading;
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await arrived.Reader.WaitToReadAsync(cancellationToken))
        {
            var together = new List<Delivery>();
            while (together.Count < MostAtOnce && arrived.Reader.TryRead(out var delivery))
                together.Add(delivery);
            await TakeAsync(together, cancellationToken);
        }

        throw new OperationInterruptedException(new ShutdownEventArgs(ShutdownInitiator.Peer, 0, "The queue is read no more."));
    }

    public ValueTask DisposeAsync() => channel.DisposeAsync();

    private Task EndAsync()
    {
        arrived.Writer.TryComplete();
        return Task.CompletedTask;
    }

    private async Task TakeAsync(List<Delivery> together, CancellationToken cancellationToken)
    {
        var events = new List<(ulong Tag, EventEnvelope Envelope)>(together.Count);
        foreach (var delivery in together)
        {
            if (Read(delivery) is { } envelope)
                events.Add((delivery.Tag, envelope));
            else
                await channel.BasicRejectAsync(delivery.Tag, requeue: false, cancellationToken);
        }

        if (events.Count == 0)
            return;
        if (await TryHandAsync([.. events.Select(each => each.Envelope)], cancellationToken))
        {
            foreach (var (tag, _) in events)
                await channel.BasicAckAsync(tag, multiple: false, cancellationToken);
            return;
        }

        // One that cannot be taken must not hold up the others: it is found by handing over each by itself.
        foreach (var (tag, envelope) in events)
        {
            if (await TryHandAsync([envelope], cancellationToken))
                await channel.BasicAckAsync(tag, multiple: false, cancellationToken);
            else
                _ = HandBackAsync(tag, cancellationToken);
        }
    }

    private EventEnvelope? Read(Delivery delivery)
    {
        try
        {
            return CloudEvent.Read(delivery.Body);
        }
        catch (FormatException)
        {
            LogUnreadable(logger);
            return null;
        }
    }

    private async Task<bool> TryHandAsync(IReadOnlyList<EventEnvelope> events, CancellationToken cancellationToken)
    {
        try
        {
            await handing.PublishAsync(events, cancellationToken);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotTaken(logger, events.Count, error.GetType().Name);
            return false;
        }
    }

    /// <summary>The broker keeps it for this node until then, or gives it to another if this one dies.</summary>
    private async Task HandBackAsync(ulong tag, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Rest, clock, cancellationToken);
            await channel.BasicNackAsync(tag, multiple: false, requeue: true, cancellationToken);
        }
        catch (Exception error) when (error is OperationCanceledException or RabbitMQClientException or ObjectDisposedException or IOException)
        {
            // With its channel every delivery goes back by itself.
        }
    }

    [LoggerMessage(62, LogLevel.Critical, "A message that is no event of this service was put into the queue signals.unreadable.")]
    private static partial void LogUnreadable(ILogger logger);

    [LoggerMessage(63, LogLevel.Warning, "{Count} events could not be taken ({Error}); they are tried again.")]
    private static partial void LogNotTaken(ILogger logger, int count, string error);

    private sealed record Delivery(ulong Tag, byte[] Body);
}
