using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Senim.Hosting.Configuration;
using Senim.Intake.Storage;
using Senim.Routing.Storage;

namespace Senim.Hosting.Serving;

/// <summary>The node's databases, brought up to date.</summary>
internal static class Databases
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public static IReadOnlyList<DatabaseKind> Kinds { get; } =
    [
        new("intake", settings => IntakeDbs.Open(settings.Database, WithoutMaking(settings.Database, settings.IntakeConnection))),
        new("routing", settings => RoutingDbs.Open(settings.Database, WithoutMaking(settings.Database, settings.RoutingConnection))),
    ];

    /// <summary>The same database; when it is not there, opening it fails and makes none.</summary>
    public static string WithoutMaking(DatabaseProvider provider, string connection) => provider == DatabaseProvider.Sqlite
        ? new SqliteConnectionStringBuilder(connection) { Mode = SqliteOpenMode.ReadWrite }.ToString()
        : connection;

    /// <exception cref="SettingException">The folder cannot be made.</exception>
    public static void MakeFolder(NodeSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.DataPath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("Senim:DataPath", $"the folder '{settings.DataPath}' cannot be made ({error.GetType().Name}).");
        }
    }

    /// <exception cref="SettingException">A database cannot be used.</exception>
    public static async Task MigrateAsync(NodeSettings settings, CancellationToken cancellationToken)
    {
        MakeFolder(settings);
        await using var intake = IntakeDbs.Open(settings.Database, settings.IntakeConnection);
        await using var routing = RoutingDbs.Open(settings.Database, settings.RoutingConnection);
        if (settings.Database != DatabaseProvider.Sqlite)
        {
            await ServerMigration.RunAsync(settings.Database, [intake, routing], cancellationToken);
            return;
        }

        await using var alone = await WaitForTurnAsync(settings, cancellationToken);
        foreach (var db in (DbContext[])[intake, routing])
        {
            try
            {
                await MigrateAsync(db, cancellationToken);
            }
            catch (SqliteException error)
            {
                throw new SettingException("Senim:DataPath", $"a database in '{settings.DataPath}' cannot be used (SQLite error {error.SqliteErrorCode}).");
            }
        }
    }

    /// <summary>
    /// EF's own lock is a row, which stays for ever when its process dies, and the next one would wait for it for ever. Whoever holds the
    /// file of <see cref="WaitForTurnAsync"/> knows that such a row is nobody's.
    /// </summary>
    private static async Task MigrateAsync(DbContext db, CancellationToken cancellationToken)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            return;
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>One process after another; the system lets go of the file when its holder dies.</summary>
    private static async Task<FileStream> WaitForTurnAsync(NodeSettings settings, CancellationToken cancellationToken)
    {
        var path = Path.Combine(settings.DataPath, "migrating.lock");
        for (var left = LongestWait; ; left -= Interval)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException)
            {
                throw new SettingException("Senim:DataPath", $"'{settings.DataPath}' cannot be written to.");
            }
            catch (IOException) when (left > TimeSpan.Zero)
            {
                await Task.Delay(Interval, cancellationToken);
            }
            catch (IOException error)
            {
                throw new SettingException("Senim:DataPath", $"another process has been changing the databases in '{settings.DataPath}' for {LongestWait.TotalSeconds:0} s ({error.GetType().Name}).");
            }
        }
    }
}
