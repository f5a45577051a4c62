using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Senim.Hosting.Configuration;
using Senim.Hosting.Serving;
using Senim.Intake.Checkups;
using Senim.Intake.Storage;

namespace Senim.Hosting.Cli.Checks;

/// <summary>One database is there, sound, and in the form that this version works with.</summary>
internal sealed class DatabaseCheck(DatabaseKind database, NodeSettings settings) : ICheck
{
    private const int CannotOpen = 14;

    public string About => "Senim__Database";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = database.OpenExisting(settings);
            await db.Database.OpenConnectionAsync(cancellationToken);
            return [.. await FindDamageAsync(db, cancellationToken), .. await FindSnapshotAsync(db, cancellationToken), .. await FindMigrationsAsync(db, cancellationToken)];
        }
        catch (SqliteException error) when (error.SqliteErrorCode == CannotOpen)
        {
            return [new Finding(About, $"there is no {database.Name} database that can be opened in '{settings.DataPath}'.", "Run: senim migrate")];
        }
        catch (SqliteException error)
        {
            return
            [
                new Finding(
                    About,
                    $"the {database.Name} database in '{settings.DataPath}' cannot be used (SQLite error {error.SqliteErrorCode}).",
                    "Check the folder's owner and free space; when it is damaged, restore it from a backup."),
            ];
        }
        catch (Exception error) when (ServerMigration.ServerError(error) is not null)
        {
            return [new Finding(About, $"the {database.Name} database does not answer ({error.GetType().Name}).", "See whether it runs and whether Senim__Database__ConnectionString is right.")];
        }
    }

    private async Task<IReadOnlyList<Finding>> FindDamageAsync(DbContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
            return [];
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA quick_check";
        return await command.ExecuteScalarAsync(cancellationToken) is "ok"
            ? []
            : [new Finding(About, $"the {database.Name} database in '{settings.DataPath}' is damaged.", "Restore it from a backup.")];
    }

    private async Task<IReadOnlyList<Finding>> FindSnapshotAsync(DbContext db, CancellationToken cancellationToken) =>
        settings.Database == DatabaseProvider.SqlServer && !await SqlServerSnapshot.IsOnAsync(db, cancellationToken)
            ? [new Finding(About, SqlServerSnapshot.Problem, SqlServerSnapshot.Fix)]
            : [];

    private async Task<IReadOnlyList<Finding>> FindMigrationsAsync(DbContext db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var newer = applied.Except(known).ToList();
        if (newer.Count > 0)
        {
            return
            [
                new Finding(
                    About,
                    $"the {database.Name} database was changed by a newer version ({newer[^1]}).",
                    "Install that version again, or restore a backup from before."),
            ];
        }

        var pending = known.Except(applied).ToList();
        return pending.Count == 0
            ? []
            : [new Finding(About, $"the {database.Name} database lacks {pending.Count} of this version's changes ({pending[0]} first).", "Run: senim migrate")];
    }
}
