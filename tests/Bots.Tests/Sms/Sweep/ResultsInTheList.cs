using Microsoft.EntityFrameworkCore;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Outbox;

namespace Senim.Bots.Tests.Sms.Sweep;

/// <summary>What became of a message of ours when nobody was there to be told.</summary>
public sealed class ResultsInTheList : SweepBench
{
    private protected override IFlow Flow() => new StoryFlow();

    [Theory]
    [InlineData(21610, "failed", "barred")]
    [InlineData(30005, "undelivered", "gone")]
    [InlineData(30006, "undelivered", "gone")]
    public async Task Who_cannot_be_reached_is_marked(int code, string status, string state)
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        Host.Twilio.LoseStatus(LastSid, status, code);
        PassMinutes(2);

        Assert.True(await SweepAsync());
        Assert.Equal((true, state), ((await Host.StateAsync(Child)).Unreachable, (await Host.StateAsync(Child)).State));
        Assert.Empty(Host.Twilio.Kept);
    }

    [Fact]
    public async Task An_answer_that_did_not_arrive_is_owed_once_however_often_it_is_told()
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        await Host.Twilio.ReportStatusAsync(LastSid, "undelivered", 30003);
        var posted = await OwedAsync();
        PassMinutes(2);
        Host.Twilio.AddFault(FakeTwilio.Fault.TooManyRequests() with { Method = "DELETE", Times = 2 });

        Assert.False(await SweepAsync());
        Assert.True(await SweepAsync());
        Assert.Equal(posted, await OwedAsync());
        Assert.False((await Host.StateAsync(Child)).Unreachable);
    }

    [Fact]
    public async Task An_answer_that_did_not_arrive_is_owed_when_only_the_list_tells()
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        Host.Twilio.LoseStatus(LastSid, "undelivered", 30008);
        PassMinutes(2);

        Assert.True(await SweepAsync());
        Assert.NotNull(await OwedAsync());
    }

    [Theory]
    [InlineData(30003)]
    [InlineData(30005)]
    public async Task Somebody_who_has_written_since_can_be_reached(int code)
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        Host.Twilio.LoseStatus(LastSid, "undelivered", code);
        PassMinutes(2);
        await Host.Twilio.SendTextAsync(Child, "story");
        PassMinutes(2);

        Assert.True(await SweepAsync());
        Assert.False((await Host.StateAsync(Child)).Unreachable);
        Assert.Null(await OwedAsync());
        Assert.Empty(Host.Twilio.Kept);
    }

    [Fact]
    public async Task A_failure_before_the_last_message_says_nothing()
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        Host.Twilio.LoseStatus(LastSid, "undelivered", 30005);
        await Host.Twilio.SendTextAsync(Child, "again");
        PassMinutes(2);

        Assert.True(await SweepAsync());
        Assert.False((await Host.StateAsync(Child)).Unreachable);
    }

    [Fact]
    public async Task While_the_database_is_away_it_is_kept_for_the_next_sweep()
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        PassMinutes(2);
        Assert.True(await SweepAsync());
        Host.Twilio.LoseStatus(LastSid, "undelivered", 30005);
        Host.Store.RefuseNext(1);

        Assert.False(await SweepAsync());
        Assert.Single(Host.Twilio.Kept);
        Assert.True(await SweepAsync());
        Assert.Empty(Host.Twilio.Kept);
        Assert.True((await Host.StateAsync(Child)).Unreachable);
    }

    private string LastSid => Host.Twilio.Phone(Child)[^1].Sid;

    private async Task<DateTime?> OwedAsync()
    {
        await using var db = Host.Db();
        return await db.Outbox.Where(row => row.Kind == OutboxKind.Show).Select(row => (DateTime?)row.DueUtc).SingleOrDefaultAsync();
    }
}
