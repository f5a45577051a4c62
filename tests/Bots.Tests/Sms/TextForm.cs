using System.Net.Http.Headers;
using System.Text;
using Senim.FakeTwilio;

namespace Senim.Bots.Tests.Sms;

/// <summary>A form as Twilio posts it for a text, to be changed before it is signed, or after.</summary>
internal sealed class TextForm
{
    public const string Account = "ACfa4e00000000000000000000000000ab";
    public const string Token = "token-of-the-fake-account";
    public const string Number = "+77000000100";
    public const string Child = "+77010000041";

    public List<KeyValuePair<string, string>> Pairs { get; } =
    [
        new("ToCountry", "KZ"),
        new("SmsMessageSid", "SM0000000000000000000000000000000f"),
        new("NumMedia", "0"),
        new("FromCity", "МАРКЕРАУЫЛ"),
        new("Body", "мне нужен совет"),
        new("To", Number),
        new("MessageSid", "SM0000000000000000000000000000000f"),
        new("AccountSid", Account),
        new("From", Child),
        new("ApiVersion", "2010-04-01"),
    ];

    public static TextForm Of(params (string Name, string? Value)[] changes)
    {
        var form = new TextForm();
        foreach (var (name, value) in changes)
            form.Set(name, value);
        return form;
    }

    /// <summary>Null takes it away.</summary>
    public TextForm Set(string name, string? value)
    {
        Pairs.RemoveAll(pair => pair.Key == name);
        return value is null ? this : Add(name, value);
    }

    public TextForm Add(string name, string value)
    {
        Pairs.Add(new(name, value));
        return this;
    }

    public byte[] Encode() => Encoding.ASCII.GetBytes(string.Join('&', Pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value).Replace("%20", "+", StringComparison.Ordinal)}")));

    public string Sign(Uri url, string token = Token) => TwilioSignature.Of(token, url.OriginalString, Pairs);

    public static HttpRequestMessage Request(Uri url, byte[] body, IEnumerable<string> signatures, string type = "application/x-www-form-urlencoded; charset=UTF-8")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = type.Length == 0 ? null : MediaTypeHeaderValue.Parse(type);
        foreach (var signature in signatures)
            request.Headers.TryAddWithoutValidation(TwilioSignature.Header, signature);
        return request;
    }

    public HttpRequestMessage Signed(Uri url) => Request(url, Encode(), [Sign(url)]);
}
