using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Senim.Intake.Storage;

/// <summary>What <c>dotnet ef</c> makes migrations from; no database is opened.</summary>
internal sealed class DesignTimeSqliteIntakeDb : IDesignTimeDbContextFactory<SqliteIntakeDb>
{
    public SqliteIntakeDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteIntakeDb>().UseSqlite().Options);
}
