using Senim.Intake.Storage;

namespace Senim.EndToEnd.Tests.Harness;

/// <summary>A node's data folder, for as many processes after one another as a test needs; its databases are files in it unless a server has them.</summary>
/// <param name="server">Connection string of the one database that holds both; it outlives the folder.</param>
internal sealed class HostFolder(DatabaseProvider provider = DatabaseProvider.Sqlite, string? server = null) : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("senim-node-").FullName;

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public DatabaseProvider Provider => provider;

    /// <summary>Null where the databases are files.</summary>
    public string? Server => server;

    public string Intake => server ?? $"Data Source={System.IO.Path.Combine(Path, "intake.db")}";

    public string Routing => server ?? $"Data Source={System.IO.Path.Combine(Path, "routing.db")}";

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that was just killed may still hold a file; the system's own folder for such things is emptied by others.
        }
    }
}
