using System.Text;
using Senim.Bots.Channels.Sms;
using Twilio.Security;

namespace Senim.Bots.Tests.Sms;

/// <summary>The signature says the same of every form as the library's own validator, and as what Twilio's library for Node signs.</summary>
public sealed class CheckingSignatures
{
    private const string Token = "12345abcde";
    private const string Url = "https://example.kz/sms/webhook";

    /// <summary>Address, form, and the signature that npm's twilio 6.2.0 computes (getExpectedTwilioSignature).</summary>
    public static TheoryData<string, string[], string> SignedByNode => new()
    {
        {
            Url,
            ["Body=Көмек керек, мені ұрады", "From=+77010000001", "To=+77000000100", "MessageSid=SM00000000000000000000000000000001", "NumMedia=0", "AccountSid=ACfa4e00000000000000000000000000ab"],
            "PvqztZoHdLpAV8NahJ8wMSIwx6c="
        },
        { "https://example.kz:8443/sms/webhook", ["Body=a+b = c&d %20 \"x\"", "From=+77010000001", "To=", "b=2", "B=1", "_=0"], "hQD+BouZHVZebZD1fFgKsCt/oM4=" },
        { "https://example.kz/sms/status?r=0011223344556677", ["MessageStatus=failed", "ErrorCode=30003", "To=+77010000001"], "PNnWuX9FgyW6p/MHQAhAwUX5dMs=" },
        { Url, ["Body=😀 \r\n\t", "Unknown=z", "Unknown=a", "Unknown=z"], "Lb9fJ1L/yKeTe5FnVGPieZYqkw0=" },
        { Url, [], "weyLlYv5e9CyJ83WU8grtnw7IRc=" },
    };

    [Theory]
    [MemberData(nameof(SignedByNode))]
    public void What_Twilio_s_library_for_Node_signs_holds(string url, string[] pairs, string signature)
    {
        var body = string.Join('&', pairs.Select(pair => pair.Split('=', 2)).Select(pair => $"{Escape(pair[0])}={Escape(pair[1])}"));
        Assert.True(Holds(url, body, signature));
        Assert.False(Holds(url, body + "&x=", signature));
        Assert.False(Holds(url, body, "A" + signature[1..]));
        Assert.False(Holds(url, body, "é" + signature[1..]));
    }

    [Fact]
    public void Random_forms_are_judged_as_the_library_s_validator_judges_them()
    {
        var random = new Random(20261126);
        string[] urls = [Url, "https://example.kz:8443/sms/webhook", "http://127.0.0.1:5080/sms/webhook", "https://Example.KZ/sms/webhook"];
        var held = 0;
        for (var i = 0; i < 4000; i++)
        {
            var url = urls[random.Next(urls.Length)];
            var form = new Dictionary<string, string>();
            for (var pairs = random.Next(12); pairs > 0; pairs--)
                form[Text(random, 8)] = Text(random, 40);
            var signature = Sign(random, url, form);
            var body = string.Join('&', form.Select(pair => $"{Escape(pair.Key)}={Escape(pair.Value)}"));

            var wanted = new RequestValidator(Token).Validate(url, form, signature);
            Assert.True(Holds(url, body, signature) == wanted, $"{url} {body} {signature}");
            held += wanted ? 1 : 0;
        }

        Assert.InRange(held, 1000, 3500);
    }

    /// <summary>Sometimes with the port, sometimes without, sometimes wrong.</summary>
    private static string Sign(Random random, string url, Dictionary<string, string> form) => random.Next(5) switch
    {
        0 => FakeTwilio.TwilioSignature.Of("another", url, form),
        1 => FakeTwilio.TwilioSignature.Of(Token, url, form.Append(new(Text(random, 3) + "!", "1"))),
        2 => FakeTwilio.TwilioSignature.Of(Token, new UriBuilder(url).Uri.ToString(), form),
        3 when new Uri(url).IsDefaultPort => FakeTwilio.TwilioSignature.Of(Token, $"https://example.kz:443{new Uri(url).AbsolutePath}", form),
        _ => FakeTwilio.TwilioSignature.Of(Token, url, form),
    };

    private static string Text(Random random, int longest)
    {
        int[] alphabet = ['a', 'B', '_', ' ', '+', '%', '&', '=', 'қ', 'Ж', 0x4E2D, 0xE000, 0xFFFD, 0x1F600, 0x10FFFF, '\n', 0];
        var text = new StringBuilder();
        for (var length = random.Next(1, longest); length > 0; length--)
            text.Append(char.ConvertFromUtf32(alphabet[random.Next(alphabet.Length)]));
        return text.ToString();
    }

    private static bool Holds(string url, string body, string signature)
    {
        using var form = PostedForm.Read(Encoding.ASCII.GetBytes(body))!;
        var query = url.IndexOf('?', StringComparison.Ordinal) is > 0 and var at ? at : url.Length;
        return new RequestSignature(Token, url[..query]).Holds(signature, form, url[query..]);
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
