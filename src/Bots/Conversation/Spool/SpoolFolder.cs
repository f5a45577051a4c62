using System.Globalization;
using System.Text.Json;
using Senim.Intake.Storage;

namespace Senim.Bots.Conversation.Spool;

/// <summary>
/// The files of the spool. A file holds turns that came together; it is flushed to the disk, and its folder too, before anybody is told
/// that it is there. Names count upwards and say nothing else: a clock that is set back must not change the order.
/// </summary>
internal sealed class SpoolFolder(string path)
{
    private const string Ending = ".turns";
    private const string Begun = ".part";
    private const int ProbeBytes = 16_384;

    private long last = LastIn(path);

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

    /// <summary>A process that died in the midst of writing had told nobody that these are kept.</summary>
    public void RemoveBegun()
    {
        foreach (var file in new[] { path, AsidePath }.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, $"*{Begun}")))
            File.Delete(file);
    }

    public bool CanBeWritten()
    {
        try
        {
            Directory.CreateDirectory(path);
            using var probe = new FileStream(
                Path.Combine(path, $"{Guid.NewGuid():N}{Begun}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            probe.Write(new byte[ProbeBytes]);
            probe.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void PutAside(string file)
    {
        Directory.CreateDirectory(AsidePath);
        File.Move(file, Path.Combine(AsidePath, Path.GetFileName(file)));
    }

    private string Write(string folder, IReadOnlyList<SpooledTurn> turns)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{Interlocked.Increment(ref last):x16}-{Guid.NewGuid():N}{Ending}");
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
            FolderFlush.Run(folder);
            return file;
        }
        catch
        {
            // Its sender hears that it is not kept and brings it again.
            File.Delete(begun);
            File.Delete(file);
            throw;
        }
    }

    /// <summary>The count of the newest file that an earlier process left; 0 when it left none.</summary>
    private static long LastIn(string path)
    {
        if (!Directory.Exists(path))
            return 0;
        return Directory.EnumerateFiles(path, $"*{Ending}")
            .Select(file => long.TryParse(Path.GetFileName(file).Split('-')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var count) ? count : 0)
            .DefaultIfEmpty()
            .Max();
    }
}
