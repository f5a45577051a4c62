using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client.Exceptions;
using Senim.Intake.Outbox;

namespace Senim.Routing.Transport.RabbitMq;

/// <summary>
/// Brings events from the brokers to the consumers of this node, each queue by itself and many events in one transaction. What was taken is
/// confirmed afterwards: a node that dies in between leaves its events to another.
/// </summary>
internal sealed partial class RabbitMqConsumers(
    Brokers brokers, IEnumerable<IEventConsumer> consumers, TimeProvider clock, ILogger<RabbitMqConsumers> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly InProcessTransport handing = new(consumers);
    private readonly IReadOnlyList<string> types = [.. consumers.SelectMany(consumer => consumer.Types).Distinct()];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(types.SelectMany(Topology.QueuesOf).Distinct().Select(queue => Task.Run(() => EmptyAsync(queue, stoppingToken), stoppingToken)));

    private async Task EmptyAsync(string queue, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await brokers.ConnectAsync(queue, stoppingToken);
                await using var reading = await BrokerQueue.StartAsync(connection, queue, handing, Declare, clock, logger, stoppingToken);
                LogConnected(logger, queue);
                await reading.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is RabbitMQClientException or IOException or OperationCanceledException or TimeoutException or ObjectDisposedException)
            {
                LogLost(logger, queue, error.GetType().Name);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task Declare(RabbitMQ.Client.IChannel channel) => brokers.Topology.DeclareAsync(channel, types, stoppingToken);
    }

    [LoggerMessage(60, LogLevel.Information, "Events of the queue {Queue} come to this node.")]
    private static partial void LogConnected(ILogger logger, string queue);

    [LoggerMessage(61, LogLevel.Warning, "The broker of the queue {Queue} is away ({Error}); it is looked for again.")]
    private static partial void LogLost(ILogger logger, string queue, string error);
}
