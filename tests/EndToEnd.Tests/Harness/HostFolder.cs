namespace Senim.EndToEnd.Tests.Harness;

/// <summary>A node's data folder, for as many processes after one another as a test needs.</summary>
internal sealed class HostFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("senim-node-").FullName;

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Intake => $"Data Source={System.IO.Path.Combine(Path, "intake.db")}";

    public string Routing => $"Data Source={System.IO.Path.Combine(Path, "routing.db")}";

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
