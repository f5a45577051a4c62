using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Senim.Intake.Storage;

namespace Senim.Routing.Storage;

/// <summary>The routing context of each provider.</summary>
public static class RoutingDbs
{
    private const string History = "RoutingMigrations";

    public static RoutingDb Open(DatabaseProvider provider, string connectionString) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteRoutingDb(Options<SqliteRoutingDb>(provider, connectionString)),
        DatabaseProvider.SqlServer => new SqlServerRoutingDb(Options<SqlServerRoutingDb>(provider, connectionString)),
        DatabaseProvider.PostgreSql => new PostgreSqlRoutingDb(Options<PostgreSqlRoutingDb>(provider, connectionString)),
    };

    internal static DbContextOptions<TDb> Options<TDb>(DatabaseProvider provider, string connectionString)
        where TDb : RoutingDb
    {
        var builder = new DbContextOptionsBuilder<TDb>();
        builder.UseDatabase(provider, connectionString, History);
        return builder.Options;
    }

    internal static IServiceCollection AddRoutingDb(this IServiceCollection services, DatabaseProvider provider, string connectionString) => provider switch
    {
        DatabaseProvider.Sqlite => services.AddRoutingDb<SqliteRoutingDb>(provider, connectionString),
        DatabaseProvider.SqlServer => services.AddRoutingDb<SqlServerRoutingDb>(provider, connectionString),
        DatabaseProvider.PostgreSql => services.AddRoutingDb<PostgreSqlRoutingDb>(provider, connectionString),
    };

    private static IServiceCollection AddRoutingDb<TDb>(this IServiceCollection services, DatabaseProvider provider, string connectionString)
        where TDb : RoutingDb
    {
        services.AddDbContextFactory<TDb>(options => options.UseDatabase(provider, connectionString, History));
        services.TryAddSingleton(_ => new WriteGate<RoutingDb>(provider));
        services.TryAddSingleton<IDbContextFactory<RoutingDb>, DbFactory<RoutingDb, TDb>>();
        services.TryAddScoped<RoutingDb>(scope => scope.GetRequiredService<TDb>());
        return services;
    }
}
