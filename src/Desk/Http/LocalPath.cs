namespace Senim.Desk.Http;

/// <summary>Where a form sends the browser back to: only ever a path of this desk.</summary>
internal static class LocalPath
{
    public const string Home = "/queue";

    /// <summary>A browser reads "//host" and "/\host" as another site, and drops tabs and line ends before it looks.</summary>
    public static string OrHome(string? path) =>
        path is { Length: > 1 and <= 512 } && path[0] == '/' && path[1] is not ('/' or '\\') && path.All(sign => sign is > ' ' and < (char)127)
            ? path
            : Home;
}
