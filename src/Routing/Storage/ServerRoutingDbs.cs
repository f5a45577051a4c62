using Microsoft.EntityFrameworkCore;
using Senim.Intake.Outbox;

namespace Senim.Routing.Storage;

/// <summary>On a server, shared by every node; the intake tables lie beside these.</summary>
public sealed class PostgreSqlRoutingDb(DbContextOptions<PostgreSqlRoutingDb> options) : RoutingDb(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.NameOutboxApart();
    }
}

/// <summary>On a server, shared by every node; the intake tables lie beside these.</summary>
public sealed class SqlServerRoutingDb(DbContextOptions<SqlServerRoutingDb> options) : RoutingDb(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.NameOutboxApart();
    }
}

internal static class SharedDatabase
{
    /// <summary>The intake's outbox has the plain name in the same database.</summary>
    public static void NameOutboxApart(this ModelBuilder builder) => builder.Entity<OutboxRow>().ToTable("RoutingOutbox");
}
