using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Senim.Desk.Assets;

/// <summary>
/// The desk's style and script, inside the library: the same from a checkout and from a published folder, and with several web
/// applications in one process. The address names the content, so a browser may keep it for good.
/// </summary>
internal static class DeskAssets
{
    public static Asset Style { get; } = new("desk.css", "text/css; charset=utf-8");

    public static Asset Script { get; } = new("desk.js", "text/javascript; charset=utf-8");

    public static Asset Alerts { get; } = new("alerts.js", "text/javascript; charset=utf-8");

    public static void MapDeskAssets(this IEndpointRouteBuilder routes)
    {
        foreach (var asset in new[] { Style, Script, Alerts })
            routes.MapGet(asset.Path, asset.Serve).AllowAnonymous();

        // The tab has no picture that could be known again; browsers ask for one all the same.
        routes.MapGet("/favicon.ico", () => Results.NoContent()).AllowAnonymous();
    }
}

internal sealed class Asset
{
    private readonly byte[] content;
    private readonly string type;

    public Asset(string name, string type)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"Senim.Desk.Assets.{name}")
            ?? throw new InvalidOperationException($"The embedded file {name} is missing.");
        content = new byte[stream.Length];
        stream.ReadExactly(content);
        this.type = type;
        var version = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        Path = $"/assets/{System.IO.Path.GetFileNameWithoutExtension(name)}.{version}{System.IO.Path.GetExtension(name)}";
    }

    public string Path { get; }

    public IResult Serve(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(content, type);
    }
}
