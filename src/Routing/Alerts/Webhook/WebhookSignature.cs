using System.Security.Cryptography;
using System.Text;

namespace Senim.Routing.Alerts.Webhook;

/// <summary>
/// <c>v1=</c> and the HMAC-SHA256, in hex, over the time of sending (seconds since 1970), a dot and the body. Whoever takes a request compares
/// it in fixed time and refuses what is older than five minutes.
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "Senim-Signature";
    public const string TimeHeader = "Senim-Timestamp";

    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body) =>
        "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes(timestamp + "."), .. body]));
}
