namespace Senim.EndToEnd.Tests.Proxy;

/// <summary>A fact about the proxy of <c>deploy/</c>, run in the proxy itself.</summary>
internal sealed class CaddyFactAttribute : FactAttribute
{
    public CaddyFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "caddy"))))
            Skip = "Caddy is not here to be the proxy; ./test installs it on Debian.";
    }
}
