using System.Collections.Specialized;
using System.Security.Cryptography;
using System.Text;
using Senim.FakeTwilio;
using Twilio.Security;

namespace Senim.Shims.Twilio.Tests;

public class ValidatingWebhooks
{
    private const string Token = "12345";
    private const string Url = "https://senim.kz/sms/webhook";
    private static readonly Dictionary<string, string> Form = new() { ["b"] = "1", ["B"] = "2", ["Body"] = "Қауіп + &", ["ToCity"] = "" };
    private readonly RequestValidator _validator = new(Token);

    [Fact]
    public void The_example_of_twilios_documentation_holds()
    {
        var form = new Dictionary<string, string>
        {
            ["CallSid"] = "CA1234567890ABCDE",
            ["Caller"] = "+14158675309",
            ["Digits"] = "1234",
            ["From"] = "+14158675309",
            ["To"] = "+18005551212",
        };

        Assert.True(_validator.Validate("https://mycompany.com/myapp.php?foo=1&bar=2", form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    }

    [Fact]
    public void One_letter_more_or_less_is_a_forgery()
    {
        var signature = Sign(Url);

        Assert.True(_validator.Validate(Url, Form, signature));
        Assert.False(_validator.Validate(Url, new Dictionary<string, string>(Form) { ["Body"] = "Қауіп + & " }, signature));
        Assert.False(_validator.Validate(Url, new Dictionary<string, string>(Form) { ["More"] = "" }, signature));
        Assert.False(_validator.Validate(Url + "?", Form, signature));
        Assert.False(_validator.Validate(Url.Replace("https", "http", StringComparison.Ordinal), Form, signature));
        Assert.False(new RequestValidator("12346").Validate(Url, Form, signature));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("====")]
    [InlineData(" ")]
    [InlineData("қ")]
    public void Anything_else_is_no_signature(string signature) => Assert.False(_validator.Validate(Url, Form, signature));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_missing_signature_is_an_exception(string? signature) =>
        Assert.Equal("url", Assert.Throws<ArgumentException>(() => _validator.Validate(Url, Form, signature)).ParamName);

    [Theory]
    [InlineData("https://a.kz/x", "https://a.kz/x", "https://a.kz:443/x")]
    [InlineData("http://a.kz/x", "http://a.kz/x", "http://a.kz:80/x")]
    [InlineData("https://a.kz:8443/x", "https://a.kz/x", "https://a.kz:8443/x")]
    [InlineData("http://127.0.0.1:8080/x", "http://127.0.0.1/x", "http://127.0.0.1:8080/x")]
    [InlineData("HTTPS://A.kz/x", "HTTPS://A.kz/x", "HTTPS://A.kz:443/x")]
    [InlineData("https://u:p@a.kz/x", "https://u:p@a.kz/x", "https://u:p@a.kz:443/x")]
    [InlineData("https://a.kz?x=1", "https://a.kz?x=1", "https://a.kz:443/?x=1")]
    [InlineData("https://a.kz/%d0?x=%2f", "https://a.kz/%d0?x=%2f", "https://a.kz:443/%d0?x=%2f")]
    public void The_port_may_be_signed_or_not(string url, string without, string with)
    {
        Assert.True(_validator.Validate(url, Form, Sign(without)));
        Assert.True(_validator.Validate(url, Form, Sign(with)));
    }

    [Fact]
    public void A_port_that_the_scheme_implies_stays_where_it_is_written()
    {
        Assert.True(_validator.Validate("https://a.kz:443/x", Form, Sign("https://a.kz:443/x")));
        Assert.False(_validator.Validate("https://a.kz:443/x", Form, Sign("https://a.kz/x")));
    }

    [Fact]
    public void A_name_that_comes_twice_cannot_be_said()
    {
        var form = new NameValueCollection { { "a", "1" }, { "a", "2" } };

        Assert.True(_validator.Validate(Url, form, TwilioSignature.Of(Token, Url, [new("a", "1,2")])));
        Assert.False(_validator.Validate(Url, form, TwilioSignature.Of(Token, Url, [new("a", "1"), new("a", "2")])));
    }

    [Fact]
    public void Another_body_is_known_by_its_hash()
    {
        const string body = "{\"a\":1}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var url = $"{Url}?lane=1&bodySHA256={hash}";
        var signature = TwilioSignature.Of(Token, url, []);

        Assert.True(RequestValidator.ValidateBody(body, hash));
        Assert.False(RequestValidator.ValidateBody(body, hash.ToUpperInvariant()));
        Assert.True(_validator.Validate(url, body, signature));
        Assert.False(_validator.Validate(url, "{\"a\":2}", signature));
        Assert.False(_validator.Validate(Url, body, TwilioSignature.Of(Token, Url, [])));
    }

    private static string Sign(string url) => TwilioSignature.Of(Token, url, Form);
}
