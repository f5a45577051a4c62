using Microsoft.EntityFrameworkCore.Design;
using Senim.Intake.Storage;

namespace Senim.Routing.Storage;

/// <summary>What <c>dotnet ef</c> makes migrations from; no database is opened.</summary>
internal sealed class DesignTimeSqliteRoutingDb : IDesignTimeDbContextFactory<SqliteRoutingDb>
{
    public SqliteRoutingDb CreateDbContext(string[] args) => new(RoutingDbs.Options<SqliteRoutingDb>(DatabaseProvider.Sqlite, ""));
}

internal sealed class DesignTimeSqlServerRoutingDb : IDesignTimeDbContextFactory<SqlServerRoutingDb>
{
    public SqlServerRoutingDb CreateDbContext(string[] args) => new(RoutingDbs.Options<SqlServerRoutingDb>(DatabaseProvider.SqlServer, "Server=none"));
}

internal sealed class DesignTimePostgreSqlRoutingDb : IDesignTimeDbContextFactory<PostgreSqlRoutingDb>
{
    public PostgreSqlRoutingDb CreateDbContext(string[] args) => new(RoutingDbs.Options<PostgreSqlRoutingDb>(DatabaseProvider.PostgreSql, "Host=none"));
}
