using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Senim.Routing.Storage;

/// <summary>What <c>dotnet ef</c> makes migrations from; no database is opened.</summary>
internal sealed class DesignTimeSqliteRoutingDb : IDesignTimeDbContextFactory<SqliteRoutingDb>
{
    public SqliteRoutingDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteRoutingDb>().UseSqlite().Options);
}
