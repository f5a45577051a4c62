using Microsoft.EntityFrameworkCore;
using Senim.Hosting.Configuration;
using Senim.Intake.Storage;
using Senim.Routing.Storage;

namespace Senim.Hosting.Serving;

/// <summary>The node's databases, brought up to date.</summary>
internal static class Databases
{
    public static async Task MigrateAsync(NodeSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(settings.DataPath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("Senim:DataPath", $"the folder '{settings.DataPath}' cannot be made ({error.GetType().Name}).");
        }

        await using var intake = new SqliteIntakeDb(Options<SqliteIntakeDb>(settings.IntakeConnection));
        await using var routing = new SqliteRoutingDb(Options<SqliteRoutingDb>(settings.RoutingConnection));
        foreach (var db in (DbContext[])[intake, routing])
        {
            try
            {
                await db.Database.MigrateAsync(cancellationToken);
            }
            catch (Microsoft.Data.Sqlite.SqliteException error)
            {
                throw new SettingException("Senim:DataPath", $"a database in '{settings.DataPath}' cannot be used (SQLite error {error.SqliteErrorCode}).");
            }
        }
    }

    private static DbContextOptions<TDb> Options<TDb>(string connection)
        where TDb : DbContext =>
        new DbContextOptionsBuilder<TDb>().UseSqlite(connection).AddInterceptors(new SqlitePragmas()).Options;
}
