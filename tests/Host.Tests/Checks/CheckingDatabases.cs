using Microsoft.Data.Sqlite;

namespace Senim.Hosting.Tests.Checks;

public sealed class CheckingDatabases : CheckedNodeTests
{
    private const string History = "\"__EFMigrationsHistory\"";

    [Fact]
    public async Task One_that_is_not_there_is_not_made()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(Node.Routing);
        await AssertLineAsync("no routing database", "senim migrate");
        Assert.False(File.Exists(Node.Routing));
    }

    [Fact]
    public async Task One_lacks_this_versions_changes()
    {
        Node.Execute(Node.Intake, $"DELETE FROM {History} WHERE MigrationId = (SELECT MAX(MigrationId) FROM {History})");
        await AssertLineAsync("the intake database lacks 1 of this version's changes", "senim migrate");
    }

    [Fact]
    public async Task One_was_changed_by_a_newer_version()
    {
        Node.Execute(Node.Routing, $"INSERT INTO {History} VALUES ('20990101000000_Later', '10.0.0')");
        await AssertLineAsync("the routing database was changed by a newer version (20990101000000_Later)");
    }

    [Fact]
    public async Task One_is_damaged()
    {
        SqliteConnection.ClearAllPools();
        await using (var file = new FileStream(Node.Intake, FileMode.Open))
        {
            // Past the first page, so that it still opens.
            file.Position = 8192;
            await file.WriteAsync(new byte[16384]);
        }

        await AssertLineAsync("the intake database", "restore", "backup");
    }

    [Fact]
    public async Task One_is_no_database()
    {
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Node.Intake, new string('x', 8192));
        await AssertLineAsync("the intake database", "cannot be used", "SQLite error 26");
    }
}
