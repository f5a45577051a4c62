using Senim.Brokers;
using Senim.EndToEnd.Tests.Databases;

namespace Senim.EndToEnd.Tests.Nodes;

/// <summary>A fact about several nodes, which says why it is not checked where they lack a database or brokers to share.</summary>
internal sealed class NodesFactAttribute : FactAttribute
{
    public NodesFactAttribute() => Skip = PostgreSqlDatabase.Missing ?? BrokerCluster.Missing;
}
