using System.Net;
using Microsoft.EntityFrameworkCore;
using Senim.Bots.Channels.Sms;
using Senim.FakeTwilio;
using Senim.Intake.Outbox;

namespace Senim.Bots.Tests.Sms;

/// <summary>What Twilio tells of a reply after it had taken it.</summary>
public sealed class DeliveriesThatFail : StoryHost
{
    [Theory]
    [InlineData(21610, "barred")]
    [InlineData(30004, "gone")]
    [InlineData(30005, "gone")]
    [InlineData(30006, "gone")]
    public async Task Who_cannot_be_reached_is_marked_and_the_next_text_is_heard(int code, string state)
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        var reported = await Host.Twilio.ReportStatusAsync(LastSid, "undelivered", code);

        Assert.Equal(200, reported!.Status);
        Assert.Equal((true, state), ((await Host.StateAsync(Child)).Unreachable, (await Host.StateAsync(Child)).State));
        await Host.Twilio.SendTextAsync(Child, "again");
        Assert.False((await Host.StateAsync(Child)).Unreachable);
    }

    [Theory]
    [InlineData(30003)]
    [InlineData(30007)]
    [InlineData(30008)]
    public async Task An_answer_that_did_not_arrive_is_sent_after_1_hour_and_6_and_then_the_reporter_is_marked(int code)
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        foreach (var hours in (int[])[1, 6])
        {
            await Host.Twilio.ReportStatusAsync(LastSid, "undelivered", code);
            var owed = Assert.Single(await OwedAsync());
            Assert.InRange(owed.Due.TotalHours, hours - 0.1, hours);
            await LetTimeComeAsync();
        }

        Assert.Equal(["reply to hello", "reply to hello", "reply to hello"], Phone);
        await Host.Twilio.ReportStatusAsync(LastSid, "failed", code);
        Assert.Equal("gone", (await Host.StateAsync(Child)).State);
        Assert.Empty(await OwedAsync());
    }

    [Fact]
    public async Task A_failure_told_twice_counts_once()
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        for (var i = 0; i < 5; i++)
            await Host.Twilio.ReportStatusAsync(LastSid, "undelivered", 30003);

        Assert.InRange(Assert.Single(await OwedAsync()).Due.TotalHours, 0.9, 1);
        Assert.False((await Host.StateAsync(Child)).Unreachable);
    }

    [Fact]
    public async Task It_is_dropped_when_a_newer_reply_got_through_meanwhile()
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        await Host.Twilio.ReportStatusAsync(LastSid, "undelivered", 30003);
        await Host.Twilio.SendTextAsync(Child, "hello again");

        await LetTimeComeAsync();
        Assert.Equal(["reply to hello", "reply to hello again"], Phone);
        Assert.Equal(0, Calls);
    }

    [Fact]
    public async Task Help_that_did_not_arrive_is_sent_though_something_else_got_through()
    {
        await Host.Twilio.SendTextAsync(Child, "danger");
        await Host.Twilio.ReportStatusAsync(LastSid, "undelivered", 30008);
        Assert.Equal(EventLane.Emergency, Assert.Single(await OwedAsync()).Lane);
        await Host.Twilio.SendTextAsync(Child, "hello");

        await LetTimeComeAsync();
        Assert.Equal(1, Calls);
        Assert.Contains("112", Phone[^1], StringComparison.Ordinal);
        Assert.EndsWith("reply to hello", Phone[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_an_older_reply_changes_nothing()
    {
        await Host.Twilio.SendTextAsync(Child, "first");
        var answer = LastSid;
        await Host.Twilio.SendTextAsync(Child, "story");
        await FallSilentAsync();
        var sent = LastSid;
        await Host.Twilio.SendTextAsync(Child, "second");

        foreach (var (sid, code) in ((string, int)[])[(answer, 30003), (sent, 30003), (answer, 30005)])
            await Host.Twilio.ReportStatusAsync(sid, "undelivered", code);
        Assert.Empty(await OwedAsync());
        Assert.False((await Host.StateAsync(Child)).Unreachable);
    }

    [Fact]
    public async Task A_reply_that_was_sent_is_known_by_its_id()
    {
        await Host.Twilio.SendTextAsync(Child, "first");
        var answer = LastSid;
        await Host.Twilio.SendTextAsync(Child, "story");
        await FallSilentAsync();

        await Host.Twilio.ReportStatusAsync(answer, "undelivered", 30003);
        Assert.Empty(await OwedAsync());
        await Host.Twilio.ReportStatusAsync(LastSid, "undelivered", 30003);
        Assert.Single(await OwedAsync());
    }

    [Fact]
    public async Task The_next_text_makes_the_failures_count_anew()
    {
        for (var i = 0; i < 4; i++)
        {
            await Host.Twilio.SendTextAsync(Child, $"hello {i}");
            await Host.Twilio.ReportStatusAsync(LastSid, "undelivered", 30003);
            Assert.InRange(Assert.Single(await OwedAsync()).Due.TotalHours, 0.9, 1);
        }
    }

    [Theory]
    [InlineData("queued", null)]
    [InlineData("sent", null)]
    [InlineData("delivered", null)]
    [InlineData("delivered", 30003)]
    [InlineData("read", null)]
    [InlineData("something new", null)]
    [InlineData("failed", null)]
    [InlineData("failed", 99999)]
    [InlineData("undelivered", 30001)]
    public async Task Everything_else_is_taken_and_changes_nothing(string status, int? code)
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        Assert.Equal(200, (await Host.Twilio.ReportStatusAsync(LastSid, status, code))!.Status);
        Assert.Empty(await OwedAsync());
        Assert.False((await Host.StateAsync(Child)).Unreachable);
    }

    [Fact]
    public async Task A_number_that_never_wrote_gets_no_row()
    {
        var report = new DeliveryReport { Sid = "SM0000000000000000000000000000000f", To = "+77019999999", ErrorCode = 30005, IsLast = true };
        Assert.True(await Host.Get<DeliveryResults>().TakeAsync(report));
        Assert.True(await Host.Get<DeliveryResults>().TakeAsync(report with { ErrorCode = 30003 }));

        await using var db = Host.Db();
        Assert.Equal((0, 0, 0), (await db.Conversations.CountAsync(), await db.Deliveries.CountAsync(), await db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task The_last_message_of_Twilio_s_list_counts_whatever_it_stood_in()
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        await Host.Get<DeliveryResults>().TakeAsync(new DeliveryReport { Sid = LastSid, To = Child, ErrorCode = 30003, IsLast = true });
        Assert.Single(await OwedAsync());
    }

    [Fact]
    public async Task While_the_database_is_away_Twilio_is_told_so()
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        Host.Store.RefuseNext(1);
        Assert.Equal(503, (await Host.Twilio.ReportStatusAsync(LastSid, "undelivered", 30005))!.Status);
        Assert.Equal(200, (await Host.Twilio.ReportStatusAsync(LastSid, "undelivered", 30005))!.Status);
        Assert.True((await Host.StateAsync(Child)).Unreachable);
    }

    public static TheoryData<string, string, string?> Wrong => new()
    {
        { "", "MessageSid", null },
        { "", "AccountSid", "ACfa4e00000000000000000000000000ac" },
        { "", "From", "+77000000101" },
        { "", "To", "77010000041" },
        { "", "MessageStatus", null },
        { "", "ErrorCode", "x" },
        { "?r=0", "To", Child },
        { "?r=00112233445566zz", "To", Child },
        { "?r=0011223344556677&x=1", "To", Child },
        { "?x=1", "To", Child },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_report_that_is_not_about_us_is_refused_as_a_forged_text_is(string query, string name, string? value)
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        using var http = new HttpClient();
        var url = new Uri(Host.StatusUrl + query);
        using var response = await http.SendAsync(Report().Set(name, value).Signed(url));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.False((await Host.StateAsync(Child)).Unreachable);
    }

    [Fact]
    public async Task A_forged_report_is_refused_and_the_same_one_signed_is_taken()
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        using var http = new HttpClient();
        using var forged = await http.SendAsync(TextForm.Request(Host.StatusUrl, Report().Encode(), [Report().Sign(Host.WebhookUrl)]));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.False((await Host.StateAsync(Child)).Unreachable);

        using var taken = await http.SendAsync(Report().Signed(Host.StatusUrl));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.True((await Host.StateAsync(Child)).Unreachable);
    }

    private static TextForm Report() => TextForm.Of(
        ("From", TextForm.Number), ("To", Child), ("Body", null), ("NumMedia", null), ("MessageStatus", "undelivered"), ("ErrorCode", "30005"));
}
