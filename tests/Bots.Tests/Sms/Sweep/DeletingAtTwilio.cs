using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Turns;
using Senim.FakeTwilio;

namespace Senim.Bots.Tests.Sms.Sweep;

/// <summary>What is stored here need not lie at Twilio.</summary>
public sealed class DeletingAtTwilio : SweepBench
{
    private protected override IFlow Flow() => new TestFlow();

    [Fact]
    public async Task A_text_is_deleted_whichever_way_it_came()
    {
        await Host.Twilio.SendTextAsync(Child, "posted");
        Host.Twilio.KeepText(Child, "kept");
        PassMinutes(2);

        Assert.True(await SweepAsync());
        Assert.Empty(Kept);
    }

    [Fact]
    public async Task What_is_only_in_the_spool_stays_until_it_was_carried_through()
    {
        Host.Twilio.KeepText(Child, "first");
        Host.Twilio.KeepText(Child, "second");
        PassMinutes(2);
        Host.Store.BreakAfter(0);

        Assert.False(await SweepAsync());
        Assert.Single(Directory.GetFiles(Spool, "*.turns"));
        Assert.False(await SweepAsync());
        Assert.Single(Directory.GetFiles(Spool, "*.turns"));
        Assert.Equal(["first", "second"], Kept);

        Host.Store.BreakAfter(null);
        await EventuallyAsync(() => Directory.GetFiles(Spool, "*.turns").Length == 0);
        Assert.True(await SweepAsync());
        Assert.Empty(Kept);
        Assert.Equal(["first", "second"], await HeardAsync());
    }

    [Fact]
    public async Task One_that_is_gone_already_counts_as_deleted()
    {
        Host.Twilio.KeepText(Child, "hello");
        PassMinutes(2);
        Host.Twilio.AddFault(Fault.Refuse(404, 20404, "The requested resource was not found") with { Method = "DELETE" });

        Assert.True(await SweepAsync());
    }

    public static TheoryData<string> Failures => new() { "500", "429", "401", "409", "page", "hang", "drop" };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_deletion_that_fails_is_tried_again_and_holds_up_no_other(string failure)
    {
        foreach (var word in (string[])["one", "two", "three"])
            Host.Twilio.KeepText(Child, word);
        PassMinutes(2);
        Host.Twilio.AddFault((failure switch
        {
            "page" => Fault.Page(),
            "hang" => Fault.Hang(),
            "drop" => Fault.DropRequest(),
            _ => Fault.Refuse(int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture), 20001, "No"),
        }) with { Method = "DELETE" });

        Assert.False(await SweepAsync());
        Assert.Single(Kept);
        Assert.True(await SweepAsync());
        Assert.Empty(Kept);
        Assert.Equal(["one", "two", "three"], await HeardAsync());
    }

    [Fact]
    public async Task One_whose_answer_was_lost_is_gone()
    {
        Host.Twilio.KeepText(Child, "hello");
        PassMinutes(2);
        Host.Twilio.AddFault(Fault.DropAnswer() with { Method = "DELETE" });

        Assert.False(await SweepAsync());
        Assert.Empty(Kept);
        Assert.True(await SweepAsync());
    }

    [Fact]
    public async Task While_Twilio_is_away_it_is_not_asked_for_each()
    {
        for (var i = 0; i < 100; i++)
            Host.Twilio.KeepText($"+7701001{i:0000}", "hello");
        Pass(TimeSpan.FromHours(1));
        Host.Twilio.AddFault(Fault.TooManyRequests() with { Method = "DELETE", Times = 1_000 });

        Assert.False(await SweepAsync());
        Assert.InRange(Calls("DELETE").Count(), 20, 30);

        Host.Twilio.ClearFaults();
        Assert.True(await SweepAsync());
        Assert.Empty(Kept);
    }

    [Theory]
    [InlineData("delivered", 2, true)]
    [InlineData("undelivered", 2, true)]
    [InlineData("read", 2, true)]
    [InlineData("sent", 60, false)]
    [InlineData("sent", 780, true)]
    [InlineData("queued", 780, false)]
    [InlineData("delivered", 0.5, false)]
    public async Task A_message_of_ours_is_deleted_once_it_is_known_what_became_of_it(string status, double minutes, bool isDeleted)
    {
        await Host.Twilio.SendTextAsync(Child, "hello");
        Host.Twilio.LoseStatus(Host.Twilio.Phone(Child)[^1].Sid, status);
        PassMinutes(minutes);

        Assert.True(await SweepAsync());
        Assert.Equal(isDeleted ? 0 : 1, Host.Twilio.Kept.Count(message => message.Direction != "inbound"));
    }

    [Fact]
    public async Task A_message_from_another_number_of_the_account_is_left_alone()
    {
        Host.Twilio.KeepText(Child, "hello", to: "+77000000109");
        PassMinutes(2);
        Assert.True(await SweepAsync());
        Assert.Empty(Calls("DELETE"));
    }
}
