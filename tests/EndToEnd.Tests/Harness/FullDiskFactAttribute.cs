namespace Senim.EndToEnd.Tests.Harness;

/// <summary>A fact that limits what a running process may write, which takes a tool of Linux.</summary>
internal sealed class FullDiskFactAttribute : FactAttribute
{
    public FullDiskFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!OperatingSystem.IsLinux() || !folders.Any(folder => File.Exists(Path.Combine(folder, "prlimit"))))
            Skip = "prlimit (util-linux) is not here to make writing fail.";
    }
}
