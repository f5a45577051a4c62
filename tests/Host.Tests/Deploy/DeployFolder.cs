using Senim.Browser;

namespace Senim.Hosting.Tests.Deploy;

/// <summary>What an installation is made from.</summary>
internal static class DeployFolder
{
    private static readonly string Root = RepositoryRoot.Combine("deploy");

    /// <summary>Not what somebody filled in for an installation of their own.</summary>
    private static readonly string[] Private = [".env", "keys", "certificates"];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static IEnumerable<(string Name, string Text)> Files() =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(Root, file).Replace('\\', '/'), File: file))
            .Where(found => !Private.Contains(found.Name.Split('/')[0]))
            .Select(found => (found.Name, File.ReadAllText(found.File)));
}
