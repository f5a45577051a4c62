using System.Reflection;
using Senim.Brokers;
using Xunit.Sdk;

namespace Senim.Routing.Tests.Transport;

/// <summary>The ways in which events may travel.</summary>
public enum TransportKind
{
    InProcess,
    RabbitMq,
}

/// <summary>A theory that each transport must pass; one whose brokers are not there is skipped and says so.</summary>
public abstract class OnTransportAttribute(TransportKind kind) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[kind]];
}

public sealed class InProcessAttribute() : OnTransportAttribute(TransportKind.InProcess);

public sealed class RabbitMqAttribute : OnTransportAttribute
{
    public RabbitMqAttribute()
        : base(TransportKind.RabbitMq) => Skip = BrokerCluster.Missing;
}

/// <summary>A test of the brokers alone.</summary>
public sealed class RabbitMqFactAttribute : FactAttribute
{
    public RabbitMqFactAttribute() => Skip = BrokerCluster.Missing;
}
