using Senim.Intake.Outbox;
using Senim.Routing;

namespace Senim.Hosting.Serving;

/// <summary>
/// How events leave and reach a side: over the brokers that all nodes share, or within this process. In the latter case each side has services of
/// its own, so the consumers of both are known only once both are built.
/// </summary>
internal sealed class EventWay(bool hasBrokers)
{
    private readonly SharedTransport within = new();

    /// <param name="consumes">Whether the side takes events from the brokers. Within a process every consumer does.</param>
    public void AddTo(IServiceCollection services, bool consumes = true)
    {
        if (!hasBrokers)
        {
            services.AddSingleton<IEventTransport>(within);
            return;
        }

        services.AddRabbitMqTransport();
        if (consumes)
            services.AddRabbitMqConsumers();
    }

    /// <summary>Once the sides of the process are built.</summary>
    public void Connect(IEnumerable<IServiceProvider> sides)
    {
        if (!hasBrokers)
            within.Connect([.. sides.SelectMany(side => side.GetServices<IEventConsumer>())]);
    }
}
