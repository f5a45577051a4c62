using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Senim.FakeTwilio;

namespace Senim.Bots.Tests.Sms;

/// <summary>Requests to the webhook that are not Twilio's, or not for us: each refused in the same way, and no row is left.</summary>
public sealed class ForgedTexts(SmsFixture fixture) : IClassFixture<SmsFixture>
{
    private static readonly HttpClient Http = new();

    private readonly SmsHost host = fixture.Host;

    public static TheoryData<string> Signatures => new(
        "none", "empty", "of another token", "of another address", "of another form", "right, twice", "right, then another", "one sign short", "one sign more",
        "in other case", "not base64", "very long", "right with a space");

    public static TheoryData<string, string?[]> WrongPairs()
    {
        var data = new TheoryData<string, string?[]>();
        foreach (var name in (string[])["MessageSid", "AccountSid", "From", "To", "Body", "NumMedia"])
            data.Add(name, [null]);
        data.Add("MessageSid", ["", "SM1", "XX0000000000000000000000000000000f", "SM0000000000000000000000000000000g", "SM0000000000000000000000000000000f0", "sm0000000000000000000000000000000f"]);
        data.Add("AccountSid", ["", "ACfa4e00000000000000000000000000ac", "ACFA4E00000000000000000000000000AB"]);
        data.Add("From", ["", "77010000041", "+", "+0701000004", "+7701000004100000", "+7701x", "Kaspi", "whatsapp:+77010000041", " +77010000041", "+77010000041\n", "+７７０１００００４１"]);
        data.Add("To", ["", "+77000000101", "77000000100", " +77000000100"]);
        data.Add("NumMedia", ["", "-1", "x", "1.0", "1000", "99999999999999999999", " 0", "٠"]);
        return data;
    }

    public static TheoryData<string> DoubledNames => new("MessageSid", "AccountSid", "From", "To", "Body", "NumMedia");

    [Theory]
    [MemberData(nameof(Signatures))]
    public async Task A_request_without_just_the_signature_is_refused(string which)
    {
        var form = TextForm.Of();
        var right = form.Sign(host.WebhookUrl);
        string[] signatures = which switch
        {
            "none" => [],
            "empty" => [""],
            "of another token" => [form.Sign(host.WebhookUrl, "another")],
            "of another address" => [form.Sign(new Uri("https://example.org/sms/webhook"))],
            "of another form" => [TextForm.Of(("Body", "другое")).Sign(host.WebhookUrl)],
            "right, twice" => [right, right],
            "right, then another" => [right, "x"],
            "one sign short" => [right[..^1]],
            "one sign more" => [right + "="],
            "in other case" => [right.ToUpperInvariant()],
            "not base64" => [new string('!', 28)],
            "very long" => [new string('a', 8000)],
            _ => [right[..14] + " " + right[14..]],
        };
        await AssertRefusedAsync(TextForm.Request(host.WebhookUrl, form.Encode(), signatures));
    }

    [Theory]
    [MemberData(nameof(WrongPairs))]
    public async Task A_signed_text_that_lacks_what_we_need_is_refused(string name, string?[] values)
    {
        foreach (var value in values)
            await AssertRefusedAsync(TextForm.Of((name, value)).Signed(host.WebhookUrl));
    }

    /// <summary>What comes twice counts once in the signature when it is the same, and is signed one after the other when it is not.</summary>
    [Theory]
    [MemberData(nameof(DoubledNames))]
    public async Task A_signed_text_that_says_it_twice_is_refused(string name)
    {
        var form = TextForm.Of();
        var value = form.Pairs.Single(pair => pair.Key == name).Value;
        var signature = form.Sign(host.WebhookUrl);
        await AssertRefusedAsync(TextForm.Request(host.WebhookUrl, form.Add(name, value).Encode(), [signature]));

        var other = TextForm.Of().Add(name, value + "~");
        await AssertRefusedAsync(TextForm.Request(host.WebhookUrl, other.Encode(), [other.Sign(host.WebhookUrl)]));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("")]
    public async Task Another_kind_of_content_is_refused(string type)
    {
        var form = TextForm.Of();
        await AssertRefusedAsync(TextForm.Request(host.WebhookUrl, form.Encode(), [form.Sign(host.WebhookUrl)], type));
    }

    [Fact]
    public async Task More_pairs_than_Twilio_sends_are_refused()
    {
        var form = TextForm.Of();
        for (var i = 0; i < 200; i++)
            form.Add($"X{i:000}", "1");
        await AssertRefusedAsync(form.Signed(host.WebhookUrl));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%4")]
    [InlineData("%zz")]
    [InlineData("%%20")]
    public async Task A_form_that_is_broken_is_refused(string broken)
    {
        var form = TextForm.Of();
        await AssertRefusedAsync(TextForm.Request(host.WebhookUrl, [.. form.Encode(), .. Encoding.ASCII.GetBytes($"&Z={broken}")], [form.Add("Z", broken).Sign(host.WebhookUrl)]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_over_64_KB_is_refused_though_it_is_signed(bool tellsLength)
    {
        var form = TextForm.Of(("Body", new string('a', 64 * 1024)));
        using var request = form.Signed(host.WebhookUrl);
        request.Headers.TransferEncodingChunked = !tellsLength;
        await AssertRefusedAsync(request);
    }

    [Fact]
    public async Task It_is_refused_before_a_body_that_is_told_to_be_too_long_has_come()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.WebhookUrl.Host, host.WebhookUrl.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {host.WebhookUrl.AbsolutePath} HTTP/1.1\r\nHost: localhost\r\n{TwilioSignature.Header}: wrong\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000000\r\n\r\n"));
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 403 Forbidden", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_hotline_that_is_off_refuses_everything()
    {
        await using var off = await SmsHost.StartAsync(null, null, ("AccountSid", ""));
        using var response = await Http.SendAsync(TextForm.Of().Signed(off.WebhookUrl));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_same_form_is_taken_once_it_is_right()
    {
        await using var own = await SmsHost.StartAsync();
        using var response = await Http.SendAsync(TextForm.Of().Signed(own.WebhookUrl));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await using var db = own.Db();
        Assert.Equal(1, await db.Deliveries.CountAsync());
    }

    private async Task AssertRefusedAsync(HttpRequestMessage request)
    {
        using (request)
        using (var response = await Http.SendAsync(request))
        {
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
            Assert.Equal(["Content-Length", "Date", "Server"], response.Headers.Concat(response.Content.Headers).Select(header => header.Key).Except(["Connection"]).Order());
        }

        await using var db = host.Db();
        Assert.Equal(0, await db.Deliveries.CountAsync());
        Assert.Equal(0, await db.Conversations.CountAsync());
        Assert.DoesNotContain(host.Logs.Lines, line => line.Category.StartsWith("Senim.Bots", StringComparison.Ordinal));
        Assert.Empty(host.Logs.Errors);
    }
}
