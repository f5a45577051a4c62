using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Senim.Intake.Storage;

/// <summary>
/// What each SQLite connection is set to: write-ahead log, every commit flushed to the disk before it counts, deleted content
/// overwritten with zeros, and a writer that waits for another one rather than failing. The log is carried over into the file every 4,000
/// pages (16 MB): pages that each transaction changes are then copied once for many.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Text = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=4000; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;";

    /// <summary>Handles of the pool that are set already: they keep it, and each text costs as much as a small read.</summary>
    private static readonly ConditionalWeakTable<sqlite3, object> Set = [];

    public static void Apply(SqliteConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.Handle is { } known && Set.TryGetValue(known, out _))
            return;

        // EF looks through a read-only connection whether the database exists, and that cannot turn a file that is not in WAL mode yet (a
        // restored backup, or one whose maker died) into one that is.
        if (connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
        if (connection.Handle is { } handle)
            Set.AddOrUpdate(handle, handle);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
