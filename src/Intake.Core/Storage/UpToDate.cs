using Microsoft.EntityFrameworkCore;

namespace Senim.Intake.Storage;

/// <summary>Brings a database up to date, one node at a time.</summary>
public static class UpToDate
{
    /// <summary>So long a node waits for another that is at it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Applies what is missing. On PostgreSQL EF's own lock ends with the transaction of the first migration, so that two nodes that lack
    /// more than one would run into each other: an advisory lock of the session holds over all of them.
    /// </summary>
    public static async Task BringUpToDateAsync(this DbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal))
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var usual = db.Database.GetCommandTimeout();
            db.Database.SetCommandTimeout(Patience);
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(7341563)", cancellationToken);
            db.Database.SetCommandTimeout(usual);
            await db.Database.MigrateAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(7341563)", CancellationToken.None);
        }
        finally
        {
            // Where it failed in between, the lock ends with the session.
            await db.Database.CloseConnectionAsync();
        }
    }
}
