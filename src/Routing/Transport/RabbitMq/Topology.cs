using RabbitMQ.Client;
using Senim.Intake.Signals;

namespace Senim.Routing.Transport.RabbitMq;

/// <summary>
/// Exchanges and queues, declared by every node before it uses them: whichever comes first makes them, so that nothing is published to where
/// nobody listens yet. All queues are quorum queues: what a majority of the brokers has written down survives one of them.
/// </summary>
internal sealed class Topology(IReadOnlyList<DepartmentQueue> departments)
{
    /// <summary>Events about signals, by topic <c>region.district.urgency</c>.</summary>
    public const string Signals = "signals";

    /// <summary>What else nodes tell each other, by type.</summary>
    public const string Steps = "steps";

    /// <summary>Says to all desks that a queue changed; nothing of it is kept.</summary>
    public const string QueueChanges = "queue-changes";

    private const string EmergencyQueue = "signals.emergency";
    private const string OtherQueue = "signals.other";

    /// <summary>What no node can read waits here for the operator.</summary>
    private const string Unreadable = "signals.unreadable";

    private static readonly string[] OtherUrgencies = ["urgent", "standard", "information"];

    /// <summary>The queues in which events of a type wait: an Emergency never behind others.</summary>
    public static IReadOnlyList<string> QueuesOf(string type) => IsOfSignals(type) ? [EmergencyQueue, OtherQueue] : [StepQueue(type)];

    public static (string Exchange, string Key) Address(string type, string routingKey) => IsOfSignals(type) ? (Signals, routingKey) : (Steps, type);

    public async Task DeclareAsync(IChannel channel, IEnumerable<string> types, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(Signals, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(Steps, ExchangeType.Direct, durable: true, cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(QueueChanges, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(Unreadable, durable: true, exclusive: false, autoDelete: false, arguments: Quorum(), cancellationToken: cancellationToken);
        await DeclareQueueAsync(channel, EmergencyQueue, cancellationToken);
        await channel.QueueBindAsync(EmergencyQueue, Signals, "#.emergency", cancellationToken: cancellationToken);
        await DeclareQueueAsync(channel, OtherQueue, cancellationToken);
        foreach (var urgency in OtherUrgencies)
            await channel.QueueBindAsync(OtherQueue, Signals, $"#.{urgency}", cancellationToken: cancellationToken);
        foreach (var department in departments)
        {
            await DeclareQueueAsync(channel, department.Queue, cancellationToken);
            await channel.QueueBindAsync(department.Queue, Signals, department.Events, cancellationToken: cancellationToken);
        }

        foreach (var type in types.Where(type => !IsOfSignals(type)))
        {
            await DeclareQueueAsync(channel, StepQueue(type), cancellationToken);
            await channel.QueueBindAsync(StepQueue(type), Steps, type, cancellationToken: cancellationToken);
        }
    }

    private static Task DeclareQueueAsync(IChannel channel, string name, CancellationToken cancellationToken)
    {
        var arguments = Quorum();
        arguments["x-dead-letter-exchange"] = "";
        arguments["x-dead-letter-routing-key"] = Unreadable;
        return channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, arguments: arguments, cancellationToken: cancellationToken);
    }

    private static Dictionary<string, object?> Quorum() => new() { ["x-queue-type"] = "quorum" };

    private static bool IsOfSignals(string type) => type is SignalEvent.Received or SignalEvent.Changed;

    private static string StepQueue(string type) => $"steps.{type}";
}
