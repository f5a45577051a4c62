using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Senim.FakeTwilio;

/// <summary>The signature of a webhook, computed from Twilio's description of it ("Validating requests", HMAC-SHA1).</summary>
public static class TwilioSignature
{
    public const string Header = "X-Twilio-Signature";

    /// <summary>Over the URL and, sorted by name, each name followed by its value. Of a name that comes several times each value counts once.</summary>
    /// <param name="url">As it is written in Twilio's console, with its query.</param>
    [SuppressMessage("Security", "CA5350", Justification = "It is what Twilio signs with.")]
    public static string Of(string authToken, string url, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        ArgumentNullException.ThrowIfNull(authToken);
        var signed = new StringBuilder(url);
        foreach (var (name, value) in parameters.Distinct().OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal))
            signed.Append(name).Append(value);
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
    }
}
