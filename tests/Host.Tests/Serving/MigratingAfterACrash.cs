using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Senim.Hosting.Configuration;
using Senim.Hosting.Serving;

namespace Senim.Hosting.Tests.Serving;

/// <summary>A process that dies while it changes the databases keeps no other from doing so.</summary>
public sealed class MigratingAfterACrash : IDisposable
{
    private const string LeftBehind = """
        CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-03-05 09:00:00');
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("senim-migrating-").FullName;
    private readonly NodeSettings settings;

    public MigratingAfterACrash() => settings = NodeSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Senim:DataPath"] = folder }).Build(), isDevelopment: true);

    [Fact]
    public async Task In_the_middle_of_the_first_migration()
    {
        Execute(LeftBehind);
        await Databases.MigrateAsync(settings, CancellationToken.None).WaitAsync(Patience);
        Execute("SELECT * FROM Signals");
    }

    [Fact]
    public async Task When_nothing_was_left_to_migrate()
    {
        await Databases.MigrateAsync(settings, CancellationToken.None);
        Execute(LeftBehind);
        await Databases.MigrateAsync(settings, CancellationToken.None).WaitAsync(Patience);
    }

    [Fact]
    public async Task Two_at_once_do_it_one_after_the_other() => await Task.WhenAll(
        Databases.MigrateAsync(settings, CancellationToken.None),
        Task.Run(() => Databases.MigrateAsync(settings, CancellationToken.None))).WaitAsync(Patience);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(settings.IntakeConnection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
