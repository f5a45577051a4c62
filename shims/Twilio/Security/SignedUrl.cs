namespace Twilio.Security;

/// <summary>A URL with and without its port, otherwise letter for letter as it was.</summary>
internal static class SignedUrl
{
    /// <summary>A port that the scheme implies stays where it was written out.</summary>
    public static string WithoutPort(string url)
    {
        var (start, end, colon) = Authority(url);
        if (colon < 0 || new Uri(url).IsDefaultPort)
            return url;
        return url[..(start + colon)] + Rest(url, end);
    }

    public static string WithPort(string url)
    {
        var (_, end, colon) = Authority(url);
        return colon >= 0 ? url : $"{url[..end]}:{new Uri(url).Port}{Rest(url, end)}";
    }

    /// <summary>A changed URL has a path.</summary>
    private static string Rest(string url, int end) => end < url.Length && url[end] == '/' ? url[end..] : "/" + url[end..];

    private static (int Start, int End, int Colon) Authority(string url)
    {
        if (!new Uri(url).IsAbsoluteUri || url.IndexOf("://", StringComparison.Ordinal) is var scheme && scheme < 0)
            throw new ArgumentException("The URL is not absolute.", nameof(url));
        var start = scheme + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#') is var at && at < 0 ? url.Length : start + at;
        // A colon before an @ parts a user from a password, one in brackets belongs to an address.
        var host = url[start..end];
        var colon = host.LastIndexOf(':');
        return (start, end, colon > host.LastIndexOf('@') && colon > host.LastIndexOf(']') ? colon : -1);
    }
}
