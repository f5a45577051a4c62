using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Senim.Intake.Privacy;
using Senim.Intake.Storage;
using Senim.Routing;
using Senim.Routing.Storage;
using Senim.Storage.Tests.TransactSql.Server;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.TransactSql;

/// <summary>The stores as the host wires them for SQL Server, with no server behind them.</summary>
internal sealed class SuppressedWorld : IAsyncDisposable
{
    private const string Connection = "Server=none;Database=senim";

    private readonly ServiceCollection registered = [];
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    public SuppressedWorld(bool everythingIsThere)
    {
        var keys = KeyRing.Random();
        Server = new SuppressedServer(everythingIsThere ? new EverythingStored(keys) : new NothingStored());
        services = StorageWorld.Wire(DatabaseProvider.SqlServer, Connection, Connection, new Published(), more =>
        {
            more.AddSingleton(keys);
            more.AddInProcessTransport();
            more.AddReachableOwnersCheck(Connection, DatabaseProvider.SqlServer);
            more.AddOwnerWatch();
            more.ConfigureDbContext<SqlServerIntakeDb>(options => options.AddInterceptors(Server));
            more.ConfigureDbContext<SqlServerRoutingDb>(options => options.AddInterceptors(Server));
            foreach (var service in more)
                ((IServiceCollection)registered).Add(service);
        });
        scope = services.CreateAsyncScope();
    }

    public SuppressedServer Server { get; }

    /// <summary>Calls a method with one set of arguments after the other.</summary>
    public async Task CallAsync(StoreMethod method)
    {
        var store = Find(method.Store);
        foreach (var arguments in Arguments.For(method, store, scope.ServiceProvider))
        {
            var result = method.Method.Invoke(store, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            await Assert.IsAssignableFrom<Task>(result);
        }
    }

    public DbContext Open(Type context) => (DbContext)scope.ServiceProvider.GetRequiredService(context);

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }

    private object Find(Type store) => registered
        .Select(service => service.ServiceType)
        .Where(type => type == typeof(IHostedService) || (!type.IsGenericTypeDefinition && type.Assembly.GetName().Name!.StartsWith("Senim.", StringComparison.Ordinal)))
        .Distinct()
        .SelectMany(type => scope.ServiceProvider.GetServices(type))
        .FirstOrDefault(instance => instance!.GetType() == store)
        ?? throw new InvalidOperationException($"{store.Name} is not among the services.");
}
