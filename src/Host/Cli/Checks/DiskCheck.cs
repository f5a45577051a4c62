using System.Globalization;
using Senim.Hosting.Configuration;
using Senim.Intake.Checkups;
using Senim.Intake.Evidence;

namespace Senim.Hosting.Cli.Checks;

/// <summary>A folder that the node keeps things in is there, can be written to and has room: a full disk refuses children.</summary>
/// <param name="about">The setting that names it.</param>
/// <param name="missing">What to do where it is not there; whole sentences.</param>
/// <param name="writes">The node writes there; else it only reads.</param>
/// <param name="measure">Free and total bytes of the file system that holds a folder.</param>
internal sealed class DiskCheck(string about, string folder, string missing, bool writes, Func<string, (long Free, long Total)> measure) : ICheck
{
    private const long LeastFreeBytes = 1L << 30;
    private const int LeastFreePercent = 10;

    public string About => about;

    public static DiskCheck OfData(NodeSettings settings, Func<string, (long Free, long Total)> measure) =>
        new("Senim__DataPath", settings.DataPath, "Make it and give it to the service's user, or run: senim migrate", writes: true, measure);

    /// <returns>Null where files lie in the folder of data, which has a check of its own, or where this node has nothing to do with them.</returns>
    public static DiskCheck? OfEvidence(IConfiguration configuration, NodeSettings settings, Func<string, (long Free, long Total)> measure)
    {
        var isIntake = settings.Roles.HasFlag(NodeRoles.Intake);
        return configuration[$"{EvidenceOptions.Section}:{nameof(EvidenceOptions.Path)}"] is { Length: > 0 } path && (isIntake || settings.Roles.HasFlag(NodeRoles.Desk))
            ? new("Senim__Evidence__Path", path, "Make it and give it to the service's user; nodes that share a database share it.", isIntake, measure)
            : null;
    }

    public static (long Free, long Total) Measure(string folder)
    {
        var drive = new DriveInfo(folder);
        return (drive.AvailableFreeSpace, drive.TotalSize);
    }

    public Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken) => Task.FromResult(Find());

    private IReadOnlyList<Finding> Find()
    {
        if (!Directory.Exists(folder))
            return [new Finding(about, $"there is no folder '{folder}'.", missing)];
        if (!writes)
            return [];
        if (!CanWrite())
            return [new Finding(about, $"'{folder}' cannot be written to.", "Give it to the service's user and see that it is not mounted read-only.")];
        var (free, total) = measure(folder);
        return free >= LeastFreeBytes && free >= total / 100 * LeastFreePercent
            ? []
            :
            [
                new Finding(
                    about,
                    string.Create(CultureInfo.InvariantCulture, $"only {free / (double)LeastFreeBytes:0.0} GB of {total / (double)LeastFreeBytes:0.0} GB are free where '{folder}' lies."),
                    "Make room: at least 1 GB and 10 %."),
            ];
    }

    private bool CanWrite()
    {
        try
        {
            using var probe = new FileStream(
                Path.Combine(folder, $"check-{Environment.ProcessId}.tmp"),
                new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
