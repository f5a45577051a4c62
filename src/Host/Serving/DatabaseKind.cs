using Microsoft.EntityFrameworkCore;
using Senim.Hosting.Configuration;

namespace Senim.Hosting.Serving;

/// <summary>One of the node's databases.</summary>
/// <param name="Name">As the operator is told of it.</param>
/// <param name="OpenExisting">A context over it that fails when it is not there, rather than make it.</param>
internal sealed record DatabaseKind(string Name, Func<NodeSettings, DbContext> OpenExisting);
