using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Senim.Routing.Transport.RabbitMq;

/// <summary>
/// Connections to whichever broker of the cluster answers. A connection that is lost is not mended behind its user's back: who uses it opens
/// another, so that what was under way is known to be under way no more.
/// </summary>
internal sealed class Brokers(IOptions<RabbitMqOptions> options)
{
    /// <summary>A broker that died without a word is known to be dead after about two of these.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Topology Topology { get; } = new([.. options.Value.Departments]);

    /// <exception cref="RabbitMQ.Client.Exceptions.BrokerUnreachableException">None of them answers.</exception>
    public async Task<IConnection> ConnectAsync(string use, CancellationToken cancellationToken)
    {
        var brokers = options.Value.Brokers();
        var factory = new ConnectionFactory
        {
            Uri = brokers[0],
            AutomaticRecoveryEnabled = false,
            RequestedHeartbeat = Heartbeat,
            RequestedConnectionTimeout = Patience,
            ContinuationTimeout = Patience,
        };
        // The client tries them in an order of chance, which spreads the nodes over the brokers.
        var endpoints = brokers.Select(broker => new AmqpTcpEndpoint(broker, factory.Ssl)).ToList();
        return await factory.CreateConnectionAsync(endpoints, $"senim {use}", cancellationToken);
    }
}
