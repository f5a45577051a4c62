using Senim.Bots.Channels.Sms;

namespace Senim.Bots.Tests.Sms;

/// <summary>Settings that cannot be used are named, each in a line; secrets are not.</summary>
public sealed class SmsSettings
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "AccountSid", "AC1", "is not an account" },
        { "AccountSid", "SMfa4e00000000000000000000000000ab", "is not an account" },
        { "AuthToken", "", "must be the account's token" },
        { "AuthToken", "with space", "must be the account's token" },
        { "From", "Senim", "is a name" },
        { "From", "SENIM111", "is a name" },
        { "From", "", "is not a number" },
        { "From", "+0", "is not a number" },
        { "From", "77001234567890", "is not a number" },
        { "WebhookUrl", "", "is not an https address" },
        { "WebhookUrl", "http://example.kz/sms/webhook", "is not an https address" },
        { "WebhookUrl", "https://example.kz/other", "must end in /sms/webhook" },
        { "WebhookUrl", "https://example.kz/sms/webhook?x=1", "must end in /sms/webhook" },
        { "ApiUrl", "ftp://example.kz", "is not an http or https address" },
        { "PerSecond", "0", "must be 0.1 to 1000" },
        { "PerSecond", "NaN", "must be 0.1 to 1000" },
        { "ShowSeconds", "31", "must be 0.1 to 30" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_setting_that_cannot_be_used_is_named(string name, string value, string problem)
    {
        var options = Right();
        var property = typeof(SmsOptions).GetProperty(name)!;
        property.SetValue(options, Convert.ChangeType(value, property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
        var fault = Assert.Single(options.Faults());
        Assert.StartsWith($"Senim__Sms__{name}: {problem}", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("with space", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Right_ones_and_a_channel_that_is_off_have_no_fault()
    {
        Assert.Empty(Right().Faults());
        var shortCode = Right();
        shortCode.From = "1414";
        Assert.Empty(shortCode.Faults());
        Assert.Empty(new SmsOptions { From = "Senim", WebhookUrl = "x" }.Faults());
        Assert.Equal("https://example.kz/hotline/sms/status", Right().StatusUrl);
    }

    private static SmsOptions Right() => new()
    {
        AccountSid = TextForm.Account,
        AuthToken = TextForm.Token,
        From = "+77001234567",
        WebhookUrl = "https://example.kz/hotline/sms/webhook",
    };
}
