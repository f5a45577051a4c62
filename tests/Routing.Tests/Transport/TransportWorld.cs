using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Senim.Brokers;
using Senim.Intake.Outbox;
using Senim.Routing.Transport;

namespace Senim.Routing.Tests.Transport;

/// <summary>A transport as the host wires it, with consumers of the test's own, used as the outbox uses it: what fails is published again.</summary>
internal sealed class TransportWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TransportKind kind;
    private readonly string brokers;
    private readonly IHost host;

    private TransportWorld(TransportKind kind, string brokers, IReadOnlyList<IEventConsumer> consumers)
    {
        this.kind = kind;
        this.brokers = brokers;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Senim:Transport:RabbitMq"] = brokers,
            ["Senim:Transport:Departments:0:Queue"] = "department.zhambyl",
            ["Senim:Transport:Departments:0:Events"] = "310000000.*.*",
        });
        builder.Services.AddSingleton(TimeProvider.System);
        foreach (var consumer in consumers)
            builder.Services.AddSingleton(consumer);
        if (kind == TransportKind.InProcess)
            builder.Services.AddInProcessTransport();
        else
            builder.Services.AddRabbitMqTransport().AddRabbitMqConsumers();
        host = builder.Build();
    }

    public IEventTransport Transport => host.Services.GetRequiredService<IEventTransport>();

    /// <summary>Name of the virtual host; empty within a process.</summary>
    public string Place => kind == TransportKind.InProcess ? "" : new Uri(brokers.Split(',')[0]).AbsolutePath.Trim('/');

    public static async Task<TransportWorld> StartAsync(TransportKind kind, params IEventConsumer[] consumers)
    {
        var brokers = kind == TransportKind.InProcess ? "" : await BrokerCluster.MakeHostAsync($"t{Guid.NewGuid():N}");
        return await StartAsync(kind, brokers, consumers);
    }

    /// <summary>A second node, or the same one after a new start: the brokers are the same, the consumers others.</summary>
    public Task<TransportWorld> AgainAsync(params IEventConsumer[] consumers) => StartAsync(kind, brokers, consumers);

    public async Task PublishAsync(params EventEnvelope[] envelopes)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                await Transport.PublishAsync(envelopes, CancellationToken.None);
                return;
            }
            catch (Exception) when (DateTime.UtcNow < until)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <returns>False when it could not be published, and so still lies in the outbox.</returns>
    public async Task<bool> TryPublishAsync(EventEnvelope envelope)
    {
        try
        {
            await Transport.PublishAsync([envelope], CancellationToken.None);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private static async Task<TransportWorld> StartAsync(TransportKind kind, string brokers, IReadOnlyList<IEventConsumer> consumers)
    {
        var world = new TransportWorld(kind, brokers, consumers);
        await world.host.StartAsync();
        return world;
    }
}
