using System.Net;

namespace Senim.FakeTwilio.Tests;

public class Texting : AccountOwner
{
    private const string Hook1 = "https://senim.kz/sms/webhook";

    [Fact]
    public async Task A_text_is_posted_signed_and_waits_in_the_list()
    {
        var result = await Server.SendTextAsync(Child, "Мені ұрып жатыр + & =");

        var posted = Assert.Single(Hook.Received);
        Assert.Equal("senim.kz/sms/webhook", posted.Url);
        Assert.Equal((result.MessageSid, Server.AccountSid, Child, Server.Number), (posted.Form["MessageSid"], posted.Form["AccountSid"], posted.Form["From"], posted.Form["To"]));
        Assert.Equal(("Мені ұрып жатыр + & =", "0", ""), (posted.Form["Body"], posted.Form["NumMedia"], posted.Form["ToCity"]));
        Assert.Equal(TwilioSignature.Of(Server.AuthToken, Hook1, posted.Form), posted.Signature);
        Assert.Equal(("inbound", "received"), (Server.Kept.Single().Direction, Server.Kept.Single().Status));
        Assert.Empty(result.Alerts);
    }

    [Fact]
    public async Task The_answer_reaches_the_phone()
    {
        Hook.AnswerWith("<Response><Message>one</Message><Message><Body>two &amp; three</Body></Message></Response>");

        var result = await Server.SendTextAsync(Child, "hi");

        Assert.Equal(["one", "two & three"], result.Texts);
        Assert.Equal(["one", "two & three"], Server.Phone(Child).Where(text => text.IsReply).Select(text => text.Body));
        Assert.Equal(2, Server.Kept.Count(message => message.Direction == "outbound-reply"));
    }

    [Theory]
    [InlineData("text/plain", "hello", 12300)]
    [InlineData("text/xml", "<Response>", 12100)]
    [InlineData("text/xml", "<Reply/>", 12102)]
    [InlineData("text/xml", "<Response><Say>hi</Say></Response>", 12200)]
    [InlineData("text/xml", "<Response><Message colour=\"red\">hi</Message></Response>", 12200)]
    [InlineData("text/xml", "<Response><Message></Message></Response>", 21602)]
    public async Task An_answer_that_twilio_would_complain_of_reaches_nobody(string type, string body, int code)
    {
        Hook.Answer = _ => (HttpStatusCode.OK, type, body);

        var result = await Server.SendTextAsync(Child, "hi");

        Assert.Equal(code, Assert.Single(result.Alerts).Code);
        Assert.Equal(code, Assert.Single(Server.Alerts).Code);
        Assert.Empty(Server.Phone(Child));
    }

    [Fact]
    public async Task A_webhook_that_fails_is_posted_again_with_the_same_token()
    {
        var left = 2;
        Hook.Answer = _ => left-- > 0 ? (HttpStatusCode.ServiceUnavailable, "", "") : (HttpStatusCode.OK, "text/xml", "<Response><Message>late</Message></Response>");

        var result = await Server.SendTextAsync(Child, "hi");

        Assert.Equal((3, 200, "late"), (result.Attempts, result.Status, result.Texts.Single()));
        Assert.Single(Hook.Received.Select(posted => (posted.IdempotencyToken, posted.Form["MessageSid"], posted.Signature)).Distinct());
    }

    [Fact]
    public async Task It_gives_up_in_the_end_and_a_refusal_is_not_repeated()
    {
        Hook.Answer = _ => (HttpStatusCode.InternalServerError, "", "");
        var failed = await Server.SendTextAsync(Child, "hi");
        Hook.Answer = _ => (HttpStatusCode.Forbidden, "", "");
        var refused = await Server.SendTextAsync(Child, "hi");

        Assert.Equal((4, 1), (failed.Attempts, refused.Attempts));
        Assert.Equal([11200, 11200], Server.Alerts.Select(alert => alert.Code));
    }

    [Fact]
    public async Task The_same_message_can_be_delivered_again()
    {
        var sid = (await Server.SendTextAsync(Child, "hi")).MessageSid;

        await Server.DeliverAgainAsync(sid);

        Assert.Equal([sid, sid], Hook.Received.Select(posted => posted.Form["MessageSid"]));
        Assert.Single(Server.Kept);
    }

    [Fact]
    public async Task A_picture_is_named_in_the_form()
    {
        await Server.SendTextAsync(Child, "", attachments: [new Attachment("image/png", new byte[] { 1 })]);

        var form = Hook.Received.Single().Form;
        Assert.Equal(("1", "image/png"), (form["NumMedia"], form["MediaContentType0"]));
        Assert.StartsWith(Server.BaseUrl, form["MediaUrl0"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_fails_tells_what_the_phone_has()
    {
        Hook.AnswerWith("<Response><Message>something else</Message></Response>");
        await Server.SendTextAsync(Child, "hi");

        var failed = await Assert.ThrowsAsync<TimeoutException>(() => Server.WaitForTextAsync(Child, text => text.Body == "expected", TimeSpan.FromMilliseconds(10)));

        Assert.Contains("something else", failed.Message, StringComparison.Ordinal);
    }
}
