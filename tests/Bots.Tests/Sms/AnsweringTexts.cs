using System.Net;
using Microsoft.EntityFrameworkCore;
using Senim.Bots.Tests.Turns;

namespace Senim.Bots.Tests.Sms;

/// <summary>A text is answered in the answer to it, once it is durable.</summary>
public sealed class AnsweringTexts : IAsyncLifetime
{
    private const string Child = "+77010000041";

    private SmsHost _host = null!;

    public async Task InitializeAsync() => _host = await SmsHost.StartAsync(new TestFlow());

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_reply_stands_in_the_answer_and_nothing_is_sent_besides()
    {
        var result = await _host.Twilio.SendTextAsync(Child, "меня дразнят");

        Assert.Equal(["heard 1"], result.Texts);
        Assert.Empty(result.Alerts);
        Assert.Empty(_host.Twilio.Calls);
    }

    [Fact]
    public async Task A_text_delivered_again_has_no_second_effect_and_the_same_reply()
    {
        var first = await _host.Twilio.SendTextAsync(Child, "меня дразнят");
        var again = await _host.Twilio.DeliverAgainAsync(first.MessageSid);
        Assert.Equal(first.Body, again.Body);

        await _host.Twilio.SendTextAsync(Child, "send");
        var late = await _host.Twilio.DeliverAgainAsync(first.MessageSid);
        Assert.Equal((200, 0), (late.Status, late.Texts.Count));
        Assert.Empty(late.Alerts);
        Assert.Equal(["меня дразнят", "send"], await _host.StoryAsync());
        Assert.Empty(_host.Twilio.Calls);
    }

    [Fact]
    public async Task While_the_database_is_away_Twilio_is_told_so_and_has_the_text_still()
    {
        _host.Store.RefuseNext(1);
        var refused = await _host.Twilio.SendTextAsync(Child, "меня дразнят");
        Assert.Equal(503, refused.Status);

        var taken = await _host.Twilio.DeliverAgainAsync(refused.MessageSid);
        Assert.Equal(["heard 1"], taken.Texts);
    }

    [Fact]
    public async Task A_text_on_which_the_code_fails_is_answered_calmly()
    {
        var result = await _host.Twilio.SendTextAsync(Child, "break");

        Assert.Contains("112", Assert.Single(result.Texts), StringComparison.Ordinal);
        await using var db = _host.Db();
        Assert.True((await db.Signals.SingleAsync()).Unparsed);
    }

    [Fact]
    public async Task The_answer_is_XML()
    {
        using var http = new HttpClient();
        using var response = await http.SendAsync(TextForm.Of().Signed(_host.WebhookUrl));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/xml; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("<Message statusCallback=\"" + _host.StatusUrl + "?r=", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
