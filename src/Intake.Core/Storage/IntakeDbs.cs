using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Senim.Intake.Storage;

/// <summary>The intake context of each provider.</summary>
public static class IntakeDbs
{
    private const string History = "IntakeMigrations";

    public static IntakeDb Open(DatabaseProvider provider, string connectionString) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteIntakeDb(Options<SqliteIntakeDb>(provider, connectionString)),
        DatabaseProvider.SqlServer => new SqlServerIntakeDb(Options<SqlServerIntakeDb>(provider, connectionString)),
        DatabaseProvider.PostgreSql => new PostgreSqlIntakeDb(Options<PostgreSqlIntakeDb>(provider, connectionString)),
    };

    internal static DbContextOptions<TDb> Options<TDb>(DatabaseProvider provider, string connectionString)
        where TDb : IntakeDb
    {
        var builder = new DbContextOptionsBuilder<TDb>();
        builder.UseDatabase(provider, connectionString, History);
        return builder.Options;
    }

    internal static IServiceCollection AddIntakeDb(this IServiceCollection services, DatabaseProvider provider, string connectionString) => provider switch
    {
        DatabaseProvider.Sqlite => services.AddIntakeDb<SqliteIntakeDb>(provider, connectionString),
        DatabaseProvider.SqlServer => services.AddIntakeDb<SqlServerIntakeDb>(provider, connectionString),
        DatabaseProvider.PostgreSql => services.AddIntakeDb<PostgreSqlIntakeDb>(provider, connectionString),
    };

    private static IServiceCollection AddIntakeDb<TDb>(this IServiceCollection services, DatabaseProvider provider, string connectionString)
        where TDb : IntakeDb
    {
        services.AddDbContextFactory<TDb>(options => options.UseDatabase(provider, connectionString, History));
        services.TryAddSingleton(_ => new WriteGate<IntakeDb>(provider));
        services.TryAddSingleton<IDbContextFactory<IntakeDb>, DbFactory<IntakeDb, TDb>>();
        return services;
    }
}
