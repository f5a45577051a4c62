using System.Security.Cryptography;
using Senim.Hosting.Configuration;
using Senim.Intake.Checkups;
using Senim.Intake.Privacy;

namespace Senim.Hosting.Cli.Checks;

/// <summary>The keys that the node's roles need are there, strong, different, and readable by the service alone.</summary>
internal sealed class KeysCheck(NodeSettings settings) : ICheck
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public string About => "Senim__Keys__Path";

    public Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([.. Find()]);

    private IEnumerable<Finding> Find()
    {
        if (!Directory.Exists(settings.KeysPath))
        {
            yield return settings.IsDevelopment
                ? new Finding(About, "there are no keys yet.", "Start the service once; in Development it makes them.")
                : new Finding(About, $"there is no folder '{settings.KeysPath}'.", "Make the keys with deploy/make-keys, or bring back your copy of them.");
            yield break;
        }

        var names = NamesFor(settings.Roles);
        foreach (var finding in names.SelectMany(FindIn))
            yield return finding;
        foreach (var twins in names.Select(PathOf).Where(File.Exists).GroupBy(Fingerprint).Where(group => group.Count() > 1))
        {
            yield return new Finding(
                About,
                $"{string.Join(" and ", twins.Select(Path.GetFileName))} hold the same key.",
                "Before the first signal: make them anew with deploy/make-keys. After it: keep them, and ask for help.");
        }
    }

    private IEnumerable<Finding> FindIn(string name)
    {
        if (Fault(name) is { } fault)
            yield return new Finding(About, fault, "");
        if (OperatingSystem.IsWindows() || !File.Exists(PathOf(name)) || (File.GetUnixFileMode(PathOf(name)) & Others) == UnixFileMode.None)
            yield break;
        yield return new Finding(About, $"others than the service can use '{PathOf(name)}'.", $"Run: chmod 600 {PathOf(name)}");
    }

    private string? Fault(string name)
    {
        try
        {
            KeyFolder.Load(settings.KeysPath, content: name == "content", addressAndLookup: name != "content", mayCreate: false);
            return null;
        }
        catch (KeyFolderException error) when (name == "content" || error.Message.Contains(name + ".key", StringComparison.Ordinal))
        {
            return error.Message;
        }
        catch (KeyFolderException)
        {
            // Of the other key that is loaded with this one, and said there.
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"'{PathOf(name)}' cannot be read ({error.GetType().Name}). Make the service its owner.";
        }
    }

    private string PathOf(string name) => Path.Combine(settings.KeysPath, name + ".key");

    /// <summary>A file that cannot be read is like no other.</summary>
    private static string Fingerprint(string path)
    {
        try
        {
            return Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return path;
        }
    }

    private static List<string> NamesFor(NodeRoles roles)
    {
        var names = new List<string>();
        if (roles.HasFlag(NodeRoles.Intake) || roles.HasFlag(NodeRoles.Desk))
            names.Add("content");
        if (roles.HasFlag(NodeRoles.Intake))
            names.AddRange(["address", "lookup"]);
        return names;
    }
}
