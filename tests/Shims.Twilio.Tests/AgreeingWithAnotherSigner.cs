using Senim.FakeTwilio;
using Twilio.Security;

namespace Senim.Shims.Twilio.Tests;

/// <summary>The validator, and the signer that the tests use, against a package that shares no line with them.</summary>
public class AgreeingWithAnotherSigner
{
    private const string Token = "b1c2d3e4f5a6978877665544332211aa";

    private static readonly string[] Urls =
    [
        "https://senim.kz/sms/webhook",
        "https://senim.kz/sms/webhook?door=DOSTYQ&x=%D2%9B+1",
        "https://senim.kz:8443/sms/webhook",
        "http://127.0.0.1:5080/sms/webhook",
        "https://user:pass@senim.kz/sms/webhook",
        "https://senim.kz",
    ];

    private static readonly string[][][] Forms =
    [
        [],
        [["Body", "Мені мектепте ұрып жатыр, қорқамын"], ["From", "+77010000001"], ["To", "+77000000100"], ["NumMedia", "0"]],
        [["Body", "a+b c&d=e%20;\"'<>\\\r\n\t"], ["MessageSid", "SM1"]],
        [["Body", ""], ["ToCity", ""], ["FromZip", ""]],
        [["body", "1"], ["Body", "2"], ["BODY", "3"], ["b_ody", "4"], ["Body2", "5"], ["Body10", "6"]],
        [["Ұл", "қ"], ["z", "😀👩‍👧"], ["ﬀ", "x"], ["😀", "y"]],
        [["Body", "  spaces around  "], [" name", "x "], ["", "nameless"]],
    ];

    private static readonly NodeCase[] Cases =
    [
        .. from url in Urls from form in Forms select new NodeCase(Token, url, form, TwilioSignature.Of(Token, url, Pairs(form))),
    ];

    [NodeTwilioFact]
    public async Task What_it_signs_our_validator_accepts()
    {
        var validator = new RequestValidator(Token);
        var answers = await NodeTwilio.AskAsync(Cases);

        Assert.Equal(Cases.Length, answers.Count);
        Assert.All(Cases.Zip(answers), pair =>
        {
            var form = pair.First.Form.ToDictionary(parameter => parameter[0], parameter => parameter[1]);
            Assert.True(validator.Validate(pair.First.Url, form, pair.Second.Signature), pair.First.Url);
            Assert.False(validator.Validate(pair.First.Url, new Dictionary<string, string>(form) { ["Extra"] = "" }, pair.Second.Signature));
        });
    }

    [NodeTwilioFact]
    public async Task What_our_tests_sign_it_accepts_and_would_have_signed_alike()
    {
        var answers = await NodeTwilio.AskAsync(Cases);

        Assert.All(Cases.Zip(answers), pair => Assert.Equal((pair.First.Signature, true), (pair.Second.Signature, pair.Second.Accepted)));
    }

    [NodeTwilioFact]
    public async Task Both_take_a_signature_with_or_without_the_port()
    {
        var (url, form) = ("https://senim.kz/sms/webhook", Forms[1]);
        string[] signed = [url, "https://senim.kz:443/sms/webhook", "https://senim.kz:8443/sms/webhook", "http://senim.kz/sms/webhook"];
        NodeCase[] cases = [.. signed.Select(other => new NodeCase(Token, url, form, TwilioSignature.Of(Token, other, Pairs(form))))];
        var validator = new RequestValidator(Token);

        var answers = await NodeTwilio.AskAsync(cases);

        Assert.Equal([true, true, false, false], answers.Select(answer => answer.Accepted));
        Assert.Equal([true, true, false, false], cases.Select(each => validator.Validate(url, Pairs(form).ToDictionary(), each.Signature)));
    }

    [NodeTwilioFact]
    public async Task Names_that_come_twice_are_signed_by_each_value_once()
    {
        string[][] form = [["MediaUrl", "b"], ["MediaUrl", "a"], ["MediaUrl", "b"], ["Body", "x"]];
        var ours = TwilioSignature.Of(Token, Urls[0], Pairs(form));

        var answer = Assert.Single(await NodeTwilio.AskAsync([new NodeCase(Token, Urls[0], form, ours)]));

        Assert.Equal((ours, true), (answer.Signature, answer.Accepted));
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string[][] form) =>
        form.Select(parameter => new KeyValuePair<string, string>(parameter[0], parameter[1]));
}
