using Microsoft.EntityFrameworkCore.Design;

namespace Senim.Intake.Storage;

/// <summary>What <c>dotnet ef</c> makes migrations from; no database is opened.</summary>
internal sealed class DesignTimeSqliteIntakeDb : IDesignTimeDbContextFactory<SqliteIntakeDb>
{
    public SqliteIntakeDb CreateDbContext(string[] args) => new(IntakeDbs.Options<SqliteIntakeDb>(DatabaseProvider.Sqlite, ""));
}

internal sealed class DesignTimeSqlServerIntakeDb : IDesignTimeDbContextFactory<SqlServerIntakeDb>
{
    public SqlServerIntakeDb CreateDbContext(string[] args) => new(IntakeDbs.Options<SqlServerIntakeDb>(DatabaseProvider.SqlServer, "Server=none"));
}

internal sealed class DesignTimePostgreSqlIntakeDb : IDesignTimeDbContextFactory<PostgreSqlIntakeDb>
{
    public PostgreSqlIntakeDb CreateDbContext(string[] args) => new(IntakeDbs.Options<PostgreSqlIntakeDb>(DatabaseProvider.PostgreSql, "Host=none"));
}
