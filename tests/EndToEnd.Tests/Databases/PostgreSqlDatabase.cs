using Npgsql;
using Senim.EndToEnd.Tests.Harness;
using Senim.Intake.Storage;

namespace Senim.EndToEnd.Tests.Databases;

/// <summary>A database of the test's own on the server that the environment names, empty, behind a line that can be cut.</summary>
internal sealed class PostgreSqlDatabase : IAsyncDisposable
{
    private const string Variable = "SENIM_TEST_POSTGRES";

    private readonly string name = $"senim_{Guid.NewGuid():N}";

    /// <summary>Between the node and the server.</summary>
    private readonly CutLine line;

    private PostgreSqlDatabase(CutLine line) => this.line = line;

    /// <summary>Why there is none; null when there is.</summary>
    public static string? Missing { get; } =
        string.IsNullOrEmpty(Server) ? $"{Variable} holds no connection string of a server." : null;

    private static string? Server => Environment.GetEnvironmentVariable(Variable);

    public static async Task<PostgreSqlDatabase> MakeAsync()
    {
        var server = new NpgsqlConnectionStringBuilder(Server);
        var made = new PostgreSqlDatabase(CutLine.To(server.Host!, server.Port));
        await RunAsync($"CREATE DATABASE {made.name}");
        return made;
    }

    /// <summary>A data folder whose databases lie here.</summary>
    public HostFolder NewFolder() => new(
        DatabaseProvider.PostgreSql,
        new NpgsqlConnectionStringBuilder(Server) { Host = "127.0.0.1", Port = line.Port, Database = name, MaxPoolSize = 20 }.ToString());

    public async Task GoAwayAsync(Outage outage)
    {
        if (outage == Outage.Unreachable)
        {
            line.Cut();
            return;
        }

        await RunAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    }

    /// <summary>After either kind of outage.</summary>
    public async Task ComeBackAsync()
    {
        await RunAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        line.Mend();
    }

    public async ValueTask DisposeAsync()
    {
        line.Dispose();
        await RunAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task RunAsync(string text)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }
}
