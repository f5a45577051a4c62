using System.Collections.Specialized;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Web;

namespace Twilio.Security;

/// <summary>Whether a webhook comes from Twilio: X-Twilio-Signature over the URL and the form, keyed with the account's token.</summary>
public class RequestValidator
{
    private const string BodyHash = "bodySHA256";
    private readonly byte[] _secret;

    public RequestValidator(string secret) => _secret = Encoding.UTF8.GetBytes(secret);

    /// <summary>Values of a name that comes several times count joined by commas, which is not how Twilio signs them.</summary>
    public bool Validate(string url, NameValueCollection parameters, string expected) =>
        Validate(url, parameters.AllKeys.ToDictionary(key => key, key => parameters[key]), expected);

    /// <exception cref="ArgumentException">The signature is null or empty.</exception>
    public bool Validate(string url, IDictionary<string, string> parameters, string expected)
    {
        if (string.IsNullOrEmpty(url))
            throw new ArgumentException("There is no URL.", nameof(url));
        if (string.IsNullOrEmpty(expected))
            throw new ArgumentException("There is no signature.", nameof(url));

        var form = string.Concat((parameters ?? new Dictionary<string, string>())
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key + pair.Value));
        // Twilio is not consistent in whether it signs the port.
        return Matches(SignedUrl.WithoutPort(url) + form, expected) | Matches(SignedUrl.WithPort(url) + form, expected);
    }

    /// <summary>For bodies that are no form: their SHA-256 stands in the URL.</summary>
    public bool Validate(string url, string body, string expected)
    {
        var hash = HttpUtility.ParseQueryString(new Uri(url).Query).GetValues(BodyHash);
        var named = new Uri(url).Query.Contains(BodyHash + "=", StringComparison.Ordinal) ? hash?[0] : null;
        return ValidateBody(body, named) & Validate(url, new Dictionary<string, string>(), expected);
    }

    /// <param name="expected">Lower-case hexadecimal.</param>
    public static bool ValidateBody(string rawBody, string expected) =>
        AreEqual(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rawBody))), expected ?? string.Empty);

    [SuppressMessage("Security", "CA5350", Justification = "It is what Twilio signs with.")]
    private bool Matches(string signed, string expected) =>
        AreEqual(Convert.ToBase64String(HMACSHA1.HashData(_secret, Encoding.UTF8.GetBytes(signed))), expected);

    private static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
