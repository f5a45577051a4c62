using Microsoft.EntityFrameworkCore;

namespace Senim.Intake.Storage;

/// <summary>How a context reaches its database, for each provider.</summary>
public static class DatabaseOptions
{
    /// <param name="history">Name of the table in which a server database keeps this context's migrations; both contexts lie in one database there.</param>
    public static DbContextOptionsBuilder UseDatabase(this DbContextOptionsBuilder options, DatabaseProvider provider, string connectionString, string history)
    {
        ArgumentNullException.ThrowIfNull(options);
        return provider switch
        {
            DatabaseProvider.Sqlite => options.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas()),
            DatabaseProvider.SqlServer => options.UseSqlServer(connectionString, server => server.MigrationsHistoryTable(history).UseCompatibilityLevel(150)),
            DatabaseProvider.PostgreSql => options.UseNpgsql(connectionString, server => server.MigrationsHistoryTable(history)),
        };
    }
}

/// <summary>Opens the context of the provider at hand under the name that the code knows it by.</summary>
public sealed class DbFactory<TAny, TOwn>(IDbContextFactory<TOwn> own) : IDbContextFactory<TAny>
    where TAny : DbContext
    where TOwn : TAny
{
    public TAny CreateDbContext() => own.CreateDbContext();

    public async Task<TAny> CreateDbContextAsync(CancellationToken cancellationToken = default) => await own.CreateDbContextAsync(cancellationToken);
}
