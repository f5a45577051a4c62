using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.WebChat.Page;

/// <summary>
/// The chat page: one document with everything in it, made once at the start and kept compressed. Its first question is what the flow asks
/// first, so that the two cannot differ.
/// </summary>
internal sealed class ChatPage
{
    private readonly Dictionary<string, byte[]> _bodies;
    private readonly string _policy;

    public ChatPage(IFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var made = PageWriter.Write(flow.Render(flow.Begin(), ChannelKind.WebChat));
        var plain = Encoding.UTF8.GetBytes(made.Html);
        _bodies = new Dictionary<string, byte[]>
        {
            ["br"] = Compress(plain, stream => new BrotliStream(stream, CompressionLevel.SmallestSize)),
            ["gzip"] = Compress(plain, stream => new GZipStream(stream, CompressionLevel.SmallestSize)),
            ["identity"] = plain,
        };
        _policy = string.Join(
            "; ",
            "default-src 'none'",
            $"script-src {string.Join(' ', made.Scripts.Select(Hash))}",
            $"style-src {string.Join(' ', made.Styles.Select(Hash))}",
            "connect-src 'self'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");
    }

    public Task ServeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var encoding = Accepted(context.Request);
        var body = _bodies[encoding];
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.Vary = "Accept-Encoding";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (encoding != "identity")
            headers.ContentEncoding = encoding;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static string Accepted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Accepts("br") ? "br" : Accepts("gzip") ? "gzip" : "identity";

        bool Accepts(string name) => accepted.Any(each => each.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && each.Quality is not 0);
    }

    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> open)
    {
        using var compressed = new MemoryStream();
        using (var stream = open(compressed))
            stream.Write(plain);
        return compressed.ToArray();
    }
}
