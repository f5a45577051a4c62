using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Senim.Benchmarks.Load;

/// <summary>A story told in texts, as forms that Twilio posts and signs. No two people write the same words.</summary>
internal sealed class SmsScript(Uri webhook, string token = SmsScript.Token) : IScript
{
    public const string Account = "ACbe000000000000000000000000000001";
    public const string Token = "token-of-the-benchmark";
    public const string Number = "+77000000100";

    private static readonly string[] Texts =
        ["Меня дразнят в классе", "каждый день отбирают деньги на обед", "и смеются", "учителю не говорю", "это в Таразе"];

    private long message;

    public int Turns => Texts.Length;

    public byte[] Request(long person, int turn)
    {
        (string Name, string Value)[] fields =
        [
            ("AccountSid", Account), ("ApiVersion", "2010-04-01"), ("Body", string.Create(CultureInfo.InvariantCulture, $"{Texts[turn]} {person}")), ("From", string.Create(CultureInfo.InvariantCulture, $"+7{person:0000000000}")),
            ("MessageSid", string.Create(CultureInfo.InvariantCulture, $"SM{Interlocked.Increment(ref message):x32}")), ("NumMedia", "0"), ("NumSegments", "1"), ("To", Number),
        ];

        // In the order of their names, as they are signed.
        var signed = Encoding.UTF8.GetBytes(webhook.OriginalString + string.Concat(fields.Select(field => field.Name + field.Value)));
#pragma warning disable CA5350 // Twilio signs so.
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), signed));
#pragma warning restore CA5350
        return Http.Post(
            "/sms/webhook",
            "application/x-www-form-urlencoded",
            $"X-Twilio-Signature: {signature}",
            string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")));
    }
}
