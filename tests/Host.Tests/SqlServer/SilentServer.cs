using Microsoft.EntityFrameworkCore;
using Senim.Intake.Storage;
using Senim.Routing.Storage;
using Senim.Storage.Tests.TransactSql.Server;

namespace Senim.Hosting.Tests.SqlServer;

/// <summary>An empty database of a server that is not there, asked how it shows rows to readers.</summary>
internal sealed class SilentServer : IStored
{
    private const string Connection = "Server=none;Database=senim";

    private readonly int snapshots;

    public SilentServer(bool hasSnapshots)
    {
        snapshots = hasSnapshots ? 1 : 0;
        Commands = new SuppressedServer(this);
    }

    public SuppressedServer Commands { get; }

    public SqlServerIntakeDb OpenIntake() => new(Options<SqlServerIntakeDb>("IntakeMigrations"));

    public SqlServerRoutingDb OpenRouting() => new(Options<SqlServerRoutingDb>("RoutingMigrations"));

    public bool HasRow(string text) => text.Contains("sys.databases", StringComparison.Ordinal);

    public object? Value(string text, string column) => snapshots;

    public int Written(string text) => 1;

    private DbContextOptions<TDb> Options<TDb>(string history)
        where TDb : DbContext
    {
        var builder = new DbContextOptionsBuilder<TDb>();
        builder.UseDatabase(DatabaseProvider.SqlServer, Connection, history).AddInterceptors(Commands);
        return builder.Options;
    }
}
