using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Senim.Intake.Storage;

namespace Senim.Intake.Evidence.Files;

/// <summary>
/// The sealed files, on a disk that nodes may share. A file that is being written is locked by its writer, so that whoever finds one that
/// is not knows that its writer died.
/// </summary>
public sealed class EvidenceFolder(IOptions<EvidenceOptions> options)
{
    private const string Begun = ".part";
    private const int NameBytes = 16;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Empty where no file is taken.</summary>
    private string Folder { get; } = options.Value.Path.Length > 0 ? Path.GetFullPath(options.Value.Path) : "";

    /// <exception cref="IOException">There is too little room, or the folder cannot be written.</exception>
    public SealingStream Begin(long mostBytes)
    {
        if (Folder.Length == 0)
            throw new IOException("There is no folder of evidence.");
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
        try
        {
            Directory.CreateDirectory(Folder);
            if (new DriveInfo(Folder).AvailableFreeSpace < options.Value.LeastFreeBytes + mostBytes)
                throw new IOException("The disk of evidence has too little room.");
            var begun = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
                begun.UnixCreateMode = OwnerOnly;
            return new SealingStream(this, new FileStream(Path.Combine(Folder, name + Begun), begun), name, mostBytes);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException("The folder of evidence cannot be written.", error);
        }
    }

    /// <summary>Null when it is not there (any more).</summary>
    /// <exception cref="CryptographicException">It has no form of ours.</exception>
    public OpeningStream? Open(SealedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = Path.Combine(Folder, file.Name);
        return File.Exists(path)
            ? new OpeningStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0), file.Name, file.Key)
            : null;
    }

    public void Delete(string name)
    {
        if (IsName(name) && Directory.Exists(Folder))
            File.Delete(Path.Combine(Folder, name));
    }

    /// <summary>Whole files, with the time at which they became so.</summary>
    public IReadOnlyList<(string Name, DateTime SinceUtc)> List() => Directory.Exists(Folder)
        ? [.. new DirectoryInfo(Folder).EnumerateFiles().Where(file => IsName(file.Name)).Select(file => (file.Name, file.LastWriteTimeUtc))]
        : [];

    /// <summary>A process that died in the midst of writing had told nobody that these are kept.</summary>
    /// <returns>How many there were.</returns>
    public int RemoveBegun()
    {
        var removed = 0;
        foreach (var path in Directory.Exists(Folder) ? Directory.GetFiles(Folder, $"*{Begun}") : [])
        {
            try
            {
                new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose).Dispose();
                removed++;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Somebody is writing it, or it is gone already.
            }
        }

        return removed;
    }

    /// <summary>The name of a new file is durable once its folder is flushed.</summary>
    internal void Finish(string begun, string name)
    {
        File.Move(begun, Path.Combine(Folder, name));
        FolderFlush.Run(Folder);
    }

    internal static void Abandon(string begun)
    {
        try
        {
            File.Delete(begun);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It goes at the next start.
        }
    }

    private static bool IsName(string name) => name.Length == NameBytes * 2 && name.All(char.IsAsciiHexDigitLower);
}
