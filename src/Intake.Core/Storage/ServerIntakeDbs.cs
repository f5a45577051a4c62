using Microsoft.EntityFrameworkCore;

namespace Senim.Intake.Storage;

/// <summary>On a server, shared by every node; the routing tables lie beside these.</summary>
public sealed class PostgreSqlIntakeDb(DbContextOptions<PostgreSqlIntakeDb> options) : IntakeDb(options);

/// <summary>On a server, shared by every node; the routing tables lie beside these.</summary>
public sealed class SqlServerIntakeDb(DbContextOptions<SqlServerIntakeDb> options) : IntakeDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        base.OnModelCreating(modelBuilder);

        // Hashes all have one length; said so, they lie in the row's fixed part and in the index without a length of their own.
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            if (property.ClrType == typeof(byte[]) && property.IsKey())
                property.SetIsFixedLength(true);
        }
    }
}
