using Microsoft.Data.Sqlite;
using Microsoft.Data.SqlClient;
using Npgsql;
using Senim.Intake.Storage;

namespace Senim.Storage.Tests.World;

/// <summary>A database of the test's own, empty.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string name = $"senim_{Guid.NewGuid():N}";

    private TestDatabase(DatabaseProvider provider) => Provider = provider;

    public DatabaseProvider Provider { get; }

    public string Intake { get; private set; } = "";

    public string Routing { get; private set; } = "";

    public static string Variable(DatabaseProvider provider) =>
        provider == DatabaseProvider.PostgreSql ? "SENIM_TEST_POSTGRES" : "SENIM_TEST_SQLSERVER";

    public static string? Server(DatabaseProvider provider) =>
        Environment.GetEnvironmentVariable(Variable(provider)) is { Length: > 0 } connection ? connection : null;

    public static async Task<TestDatabase> MakeAsync(DatabaseProvider provider)
    {
        var made = new TestDatabase(provider);
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                var folder = Directory.CreateDirectory(made.Folder).FullName;
                made.Intake = $"Data Source={Path.Combine(folder, "intake.db")}";
                made.Routing = $"Data Source={Path.Combine(folder, "routing.db")}";
                break;
            case DatabaseProvider.PostgreSql:
                await made.RunAsync($"CREATE DATABASE {made.name}");
                made.Intake = made.Routing = new NpgsqlConnectionStringBuilder(Server(provider)) { Database = made.name, MaxPoolSize = 20, MaxAutoPrepare = 100 }.ToString();
                break;
            case DatabaseProvider.SqlServer:
                await made.RunAsync($"CREATE DATABASE {made.name}");
                await made.RunAsync($"ALTER DATABASE {made.name} SET READ_COMMITTED_SNAPSHOT ON");
                made.Intake = made.Routing = new SqlConnectionStringBuilder(Server(provider)) { InitialCatalog = made.name }.ToString();
                break;
        }

        return made;
    }

    /// <summary>From now on whoever uses it fails.</summary>
    public async Task TakeAwayAsync()
    {
        switch (Provider)
        {
            case DatabaseProvider.Sqlite:
                await DropTablesAsync();
                break;
            case DatabaseProvider.PostgreSql:
                await RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                break;
            case DatabaseProvider.SqlServer:
                SqlConnection.ClearAllPools();
                await RunAsync($"DROP DATABASE IF EXISTS {name}");
                break;
        }
    }

    /// <summary>PostgreSQL: whether anybody may sign in to it; sessions that are open end when nobody may.</summary>
    public async Task LetInAsync(bool anybody)
    {
        await RunAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS {anybody}");
        if (!anybody)
            await RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider != DatabaseProvider.Sqlite)
        {
            await TakeAwayAsync();
            return;
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private string Folder => Path.Combine(Path.GetTempPath(), name);

    /// <summary>A file that is deleted goes on for whoever has it open.</summary>
    private async Task DropTablesAsync()
    {
        await using var connection = new SqliteConnection(Intake);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP TABLE Deliveries; DROP TABLE Conversations; DROP TABLE Activities; DROP TABLE Outbox";
        await command.ExecuteNonQueryAsync();
    }

    private async Task RunAsync(string text)
    {
        await using System.Data.Common.DbConnection connection = Provider == DatabaseProvider.PostgreSql
            ? new NpgsqlConnection(Server(Provider))
            : new SqlConnection(Server(Provider));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }
}
