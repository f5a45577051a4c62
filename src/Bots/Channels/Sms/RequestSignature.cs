using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Senim.Bots.Channels.Sms;

/// <summary>
/// Whether a form comes from Twilio: HMAC-SHA1 over the public URL and the sorted pairs (Twilio, "Validating requests are coming from
/// Twilio"). Computed here rather than by the library's RequestValidator, which wants every name and value as a string and a dictionary
/// before it can refuse a forgery, cannot hold a name that comes twice and throws on an empty header. A test holds the two to the same answers.
/// </summary>
internal sealed class RequestSignature(string authToken, string url)
{
    public const string Header = "X-Twilio-Signature";

    /// <summary>Base64 of 20 bytes.</summary>
    private const int HeaderChars = 28;

    private readonly byte[] key = Encoding.UTF8.GetBytes(authToken);

    /// <summary>Twilio is not consistent in whether it signs the port.</summary>
    private readonly byte[][] urls = Forms(url);
    private readonly int longest = Forms(url).Max(each => each.Length);

    /// <param name="given">The header's values; other than one does not hold.</param>
    /// <param name="query">As it stands in the request, with its question mark, where the signed URL has one.</param>
    public bool Holds(StringValues given, PostedForm form, string query = "")
    {
        if (given.Count != 1 || given[0] is not { Length: HeaderChars } header)
            return false;
        Span<byte> wanted = stackalloc byte[HeaderChars];
        for (var i = 0; i < HeaderChars; i++)
            wanted[i] = header[i] <= '~' ? (byte)header[i] : (byte)0;

        // The form lies behind room for the longest URL, so that each URL is put directly before it.
        var room = longest + Encoding.UTF8.GetByteCount(query);
        var signed = ArrayPool<byte>.Shared.Rent(room + form.Length);
        Encoding.UTF8.GetBytes(query, signed.AsSpan(longest));
        var end = room + form.CopySigned(signed.AsSpan(room));
        var holds = false;
        foreach (var each in urls)
        {
            var start = longest - each.Length;
            each.CopyTo(signed, start);
            holds |= Matches(signed.AsSpan(start, end - start), wanted);
        }

        ArrayPool<byte>.Shared.Return(signed, clearArray: true);
        return holds;
    }

    /// <summary>The header for a form that we post to ourselves, over the URL as it is set.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "It is what Twilio signs with.")]
    public string Sign(PostedForm form)
    {
        var signed = new byte[urls[0].Length + form.Length];
        urls[0].CopyTo(signed, 0);
        var end = urls[0].Length + form.CopySigned(signed.AsSpan(urls[0].Length));
        return Convert.ToBase64String(HMACSHA1.HashData(key, signed.AsSpan(0, end)));
    }

    [SuppressMessage("Security", "CA5350", Justification = "It is what Twilio signs with.")]
    private bool Matches(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> wanted)
    {
        Span<byte> text = stackalloc byte[HeaderChars];
        HMACSHA1.HashData(key, signed, text);
        Base64.EncodeToUtf8InPlace(text, HMACSHA1.HashSizeInBytes, out _);
        return CryptographicOperations.FixedTimeEquals(text, wanted);
    }

    /// <summary>As it is set, without its port and with it; otherwise letter for letter.</summary>
    private static byte[][] Forms(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parts))
            return [Encoding.UTF8.GetBytes(url)];
        var host = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = url.IndexOf('/', host) is >= 0 and var slash ? slash : url.Length;
        var port = $":{parts.Port}";
        var bare = url[..path].EndsWith(port, StringComparison.Ordinal) ? url[..(path - port.Length)] : url[..path];
        return [.. new[] { url, bare + url[path..], bare + port + url[path..] }.Distinct().Select(Encoding.UTF8.GetBytes)];
    }
}
