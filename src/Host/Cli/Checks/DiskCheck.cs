using System.Globalization;
using Senim.Hosting.Configuration;
using Senim.Intake.Checkups;

namespace Senim.Hosting.Cli.Checks;

/// <summary>The folder of data can be written to and has room: a full disk refuses children.</summary>
/// <param name="measure">Free and total bytes of the file system that holds a folder.</param>
internal sealed class DiskCheck(NodeSettings settings, Func<string, (long Free, long Total)> measure) : ICheck
{
    private const long LeastFreeBytes = 1L << 30;
    private const int LeastFreePercent = 10;

    public string About => "Senim__DataPath";

    public static (long Free, long Total) Measure(string folder)
    {
        var drive = new DriveInfo(folder);
        return (drive.AvailableFreeSpace, drive.TotalSize);
    }

    public Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken) => Task.FromResult(Find());

    private IReadOnlyList<Finding> Find()
    {
        if (!Directory.Exists(settings.DataPath))
            return [new Finding(About, $"there is no folder '{settings.DataPath}'.", "Make it and give it to the service's user, or run: senim migrate")];
        if (!CanWrite())
            return [new Finding(About, $"'{settings.DataPath}' cannot be written to.", "Give it to the service's user and see that it is not mounted read-only.")];
        var (free, total) = measure(settings.DataPath);
        return free >= LeastFreeBytes && free >= total / 100 * LeastFreePercent
            ? []
            :
            [
                new Finding(
                    About,
                    string.Create(CultureInfo.InvariantCulture, $"only {free / (double)LeastFreeBytes:0.0} GB of {total / (double)LeastFreeBytes:0.0} GB are free where '{settings.DataPath}' lies."),
                    "Make room: at least 1 GB and 10 %."),
            ];
    }

    private bool CanWrite()
    {
        try
        {
            using var probe = new FileStream(
                Path.Combine(settings.DataPath, $"check-{Environment.ProcessId}.tmp"),
                new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
