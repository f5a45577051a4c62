using Microsoft.EntityFrameworkCore;

namespace Senim.Hosting.Serving;

/// <summary>Without it staff who read hold up the turns that are written, and the other way round.</summary>
internal static class SqlServerSnapshot
{
    public const string Problem = "the SQL Server database has READ_COMMITTED_SNAPSHOT off.";

    public const string Fix = "Run on the server, while no node is connected: ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON";

    public const string Question = "SELECT CAST(is_read_committed_snapshot_on AS int) AS \"Value\" FROM sys.databases WHERE database_id = DB_ID()";

    public static async Task<bool> IsOnAsync(DbContext db, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<int>(Question).ToListAsync(cancellationToken)) is [1];
}
