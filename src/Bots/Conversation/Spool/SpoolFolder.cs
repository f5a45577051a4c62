using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Senim.Bots.Conversation.Spool;

/// <summary>
/// The files of the spool. A file holds turns that came together; it is flushed to the disk, and its folder too, before anybody is told
/// that it is there. Names sort by time and say nothing else.
/// </summary>
internal sealed class SpoolFolder(string path)
{
    private const string Ending = ".turns";
    private const string Begun = ".part";

    /// <summary>Where what cannot be read or written lies until an operator has looked at it.</summary>
    public string AsidePath { get; } = Path.Combine(path, "aside");

    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public string Write(IReadOnlyList<SpooledTurn> turns) => Write(path, turns);

    /// <inheritdoc cref="Write(IReadOnlyList{SpooledTurn})"/>
    public string WriteAside(SpooledTurn turn) => Write(AsidePath, [turn]);

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<string> List() => Directory.Exists(path)
        ? [.. Directory.EnumerateFiles(path, $"*{Ending}").Order(StringComparer.Ordinal)]
        : [];

    public bool HoldsAside() => Directory.Exists(AsidePath) && Directory.EnumerateFiles(AsidePath, $"*{Ending}").Any();

    public static long Bytes(string file) => new FileInfo(file).Length;

    /// <exception cref="JsonException">It is not a file of the spool.</exception>
    public static IReadOnlyList<SpooledTurn> Read(string file) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(file), SpoolJson.Default.IReadOnlyListSpooledTurn) ?? throw new JsonException("A file of the spool is empty.");

    public void PutAside(string file)
    {
        Directory.CreateDirectory(AsidePath);
        File.Move(file, Path.Combine(AsidePath, Path.GetFileName(file)));
    }

    private static string Write(string folder, IReadOnlyList<SpooledTurn> turns)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{Guid.CreateVersion7():N}{Ending}");
        var begun = file + Begun;
        try
        {
            using (var stream = new FileStream(begun, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                JsonSerializer.Serialize(stream, turns, SpoolJson.Default.IReadOnlyListSpooledTurn);
                stream.Flush(flushToDisk: true);
            }

            // Whoever reads the folder sees a whole file or none.
            File.Move(begun, file);
        }
        catch
        {
            File.Delete(begun);
            throw;
        }

        FlushFolder(folder);
        return file;
    }

    /// <summary>The name of a new file is durable once its folder is flushed; the framework has no call for that.</summary>
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = OpenFolder(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        if (descriptor < 0)
            throw new IOException($"The spool's folder cannot be opened (error {Marshal.GetLastPInvokeError()}).");
        var flushed = Flush(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (flushed != 0)
            throw new IOException($"The spool's folder cannot be flushed (error {error}).");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFolder(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
