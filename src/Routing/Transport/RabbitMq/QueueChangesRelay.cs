using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using Senim.Routing.Queues;

namespace Senim.Routing.Transport.RabbitMq;

/// <summary>
/// Tells the desks of other nodes that a queue changed here, and those of this node what others tell. Nothing is kept: a desk that missed a
/// change sees it at the next one, or when its page is opened.
/// </summary>
internal sealed partial class QueueChangesRelay(Brokers brokers, QueueChanges changes, TimeProvider clock, ILogger<QueueChangesRelay> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly string node = Guid.NewGuid().ToString("N");

    /// <summary>More than this many untold changes mean a broker that is away; the oldest are told to nobody.</summary>
    private readonly Channel<(string Unit, string Region)> untold =
        Channel.CreateBounded<(string Unit, string Region)>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        changes.Told += (unit, region) => untold.Writer.TryWrite((unit, region));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await brokers.ConnectAsync(Topology.QueueChanges, stoppingToken);
                await using var channel = await connection.CreateChannelAsync(cancellationToken: stoppingToken);
                await ListenAsync(channel, stoppingToken);
                while (await untold.Reader.WaitToReadAsync(stoppingToken).AsTask().WaitAsync(stoppingToken))
                    await TellAsync(channel, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is RabbitMQClientException or IOException or OperationCanceledException or TimeoutException or ObjectDisposedException)
            {
                LogLost(logger, error.GetType().Name);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await brokers.Topology.DeclareAsync(channel, [], cancellationToken);
        var mine = await channel.QueueDeclareAsync("", durable: false, exclusive: true, autoDelete: true, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(mine.QueueName, Topology.QueueChanges, "", cancellationToken: cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, told) =>
        {
            if (told.BasicProperties.AppId != node && Encoding.ASCII.GetString(told.Body.Span).Split(' ') is [var unit, var region])
                changes.TellHere(unit, region);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(mine.QueueName, autoAck: true, consumer, cancellationToken);
    }

    private async Task TellAsync(IChannel channel, CancellationToken cancellationToken)
    {
        while (untold.Reader.TryRead(out var change))
        {
            var body = Encoding.ASCII.GetBytes($"{change.Unit} {change.Region}");
            await channel.BasicPublishAsync(Topology.QueueChanges, "", mandatory: false, new BasicProperties { AppId = node }, body, cancellationToken);
        }
    }

    [LoggerMessage(64, LogLevel.Warning, "Changes of queues are not told between nodes ({Error}); the broker is looked for again.")]
    private static partial void LogLost(ILogger logger, string error);
}
