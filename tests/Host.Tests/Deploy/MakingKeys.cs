using System.Diagnostics;
using System.Runtime.Versioning;
using Senim.Browser;
using Senim.Intake.Privacy;

namespace Senim.Hosting.Tests.Deploy;

/// <summary><c>deploy/make-keys</c>, a script of Unix shells.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class MakingKeys : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder = Directory.CreateTempSubdirectory("senim-make-keys-").FullName;

    private string Keys => Path.Combine(folder, "keys");

    [UnixFact]
    public async Task Makes_three_that_the_service_takes_and_others_cannot_read()
    {
        Assert.Equal(0, await RunAsync());
        KeyFolder.Load(Keys, content: true, addressAndLookup: true, mayCreate: false);
        Assert.Equal(3, Files().Select(File.ReadAllText).Distinct().Count());
        Assert.All(Files(), file => Assert.Equal(OwnerOnly, File.GetUnixFileMode(file)));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Keys));
    }

    [UnixFact]
    public async Task Leaves_what_is_there_as_it_is()
    {
        await RunAsync();
        var before = Files().Select(File.ReadAllText).ToList();
        File.Delete(Path.Combine(Keys, "content.key"));
        Assert.Equal(1, await RunAsync());
        Assert.Equal(2, Files().Length);
        Assert.All(Files(), file => Assert.Contains(File.ReadAllText(file), before));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string[] Files() => Directory.GetFiles(Keys, "*.key");

    private async Task<int> RunAsync()
    {
        var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[RepositoryRoot.Combine("deploy", "make-keys"), Keys, Environment.UserName])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private sealed class UnixFactAttribute : FactAttribute
    {
        public UnixFactAttribute()
        {
            if (OperatingSystem.IsWindows())
                Skip = "This is a script of Unix shells.";
        }
    }
}
