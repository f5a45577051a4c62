using System.Text;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Turns;
using Senim.FakeTwilio;

namespace Senim.Bots.Tests.Sms.Sweep;

/// <summary>Texts that Twilio keeps and never posted to us.</summary>
public sealed class TakingInTexts : SweepBench
{
    private readonly TestFlow _flow = new();

    private protected override IFlow Flow() => _flow;

    [Fact]
    public async Task They_are_taken_in_the_oldest_first_under_the_time_they_were_sent()
    {
        for (var i = 1; i <= 3; i++)
        {
            Host.Twilio.KeepText(Child, $"word {i}");
            Pass(TimeSpan.FromHours(2));
        }

        Assert.True(await SweepAsync());

        Assert.Equal(["word 1", "word 2", "word 3"], await HeardAsync());
        var times = (await Host.StateAsync(Child)).Draft.Story.Select(part => (Host.Twilio.Now.UtcDateTime - part.ReceivedUtc).TotalHours).ToList();
        Assert.Equal([6, 4, 2], times.Select(hours => Math.Round(hours)));
        Assert.Empty(Host.Twilio.Phone(Child));
    }

    [Fact]
    public async Task One_that_is_known_has_no_second_effect_and_no_second_answer()
    {
        await Host.Twilio.SendTextAsync(Child, "posted");
        Host.Twilio.KeepText(Child, "kept");
        PassMinutes(2);

        Assert.True(await SweepAsync());
        Assert.True(await SweepAsync());

        Assert.Equal(["posted", "kept"], await HeardAsync());
        Assert.Equal(["heard 1", "heard 2"], Host.Twilio.Phone(Child).Select(text => text.Body));
    }

    [Fact]
    public async Task One_that_is_posted_after_all_is_known_then()
    {
        var sid = Host.Twilio.KeepText(Child, "posted late");
        PassMinutes(2);
        await SweepAsync();
        var again = await Host.Twilio.DeliverAgainAsync(Host.Twilio.KeepText(Child, "another"));

        Assert.Equal(200, again.Status);
        Assert.DoesNotContain(Host.Twilio.Kept, message => message.Sid == sid);
        Assert.Equal(["posted late", "another"], await HeardAsync());
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(11, false)]
    public async Task Only_a_recent_one_is_answered_and_by_a_text_of_its_own(int minutes, bool isAnswered)
    {
        Host.Twilio.KeepText(Child, "hello");
        PassMinutes(minutes);

        Assert.True(await SweepAsync());

        Assert.Equal(isAnswered ? ["heard 1"] : [], Host.Twilio.Phone(Child).Select(text => text.Body));
        Assert.All(Host.Twilio.Phone(Child), text => Assert.False(text.IsReply));
        Assert.Equal(["hello"], await HeardAsync());
    }

    [Fact]
    public async Task One_that_was_just_sent_is_left_to_its_webhook()
    {
        Host.Twilio.KeepText(Child, "hello");
        Pass(TimeSpan.FromSeconds(20));

        Assert.True(await SweepAsync());
        Assert.Equal((0, 1), (await ConversationsAsync(), Kept.Count));
        PassMinutes(1);
        Assert.True(await SweepAsync());
        Assert.Equal((1, 0), (await ConversationsAsync(), Kept.Count));
    }

    [Fact]
    public async Task What_is_older_than_a_day_is_not_read()
    {
        Host.Twilio.KeepText(Child, "old");
        Pass(TimeSpan.FromHours(25));

        Assert.True(await SweepAsync());
        Assert.Equal(0, await ConversationsAsync());
    }

    [Fact]
    public async Task More_than_a_page_is_read_and_a_page_that_fails_is_read_at_the_next_sweep()
    {
        KeepMany(450);
        FailSecondPage();
        Assert.False(await SweepAsync());
        Assert.Equal((0, 450), (await ConversationsAsync(), Kept.Count));

        Assert.True(await SweepAsync());
        Assert.Equal((450, 0), (await ConversationsAsync(), Kept.Count));
    }

    [Fact]
    public async Task A_page_that_never_comes_does_not_keep_back_those_before_it()
    {
        KeepMany(250);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(0, await ConversationsAsync());
            FailSecondPage();
            Assert.False(await SweepAsync());
        }

        Assert.Equal((200, 50), (await ConversationsAsync(), Kept.Count));
    }

    public static TheoryData<string> Failures => new() { "500", "429", "page", "hang", "drop", "half" };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_list_that_cannot_be_had_is_asked_for_again(string failure)
    {
        Host.Twilio.KeepText(Child, "hello");
        PassMinutes(2);
        Host.Twilio.AddFault(Fault(failure) with { Method = "GET" });

        Assert.False(await SweepAsync());
        Assert.Equal(0, await ConversationsAsync());
        Assert.True(await SweepAsync());
        Assert.Equal(1, await ConversationsAsync());
    }

    [Fact]
    public async Task A_text_to_another_number_is_none_of_ours()
    {
        Host.Twilio.KeepText(Child, "hello", to: "+77000000109");
        PassMinutes(2);

        Assert.True(await SweepAsync());
        Assert.Equal((0, 1), (await ConversationsAsync(), Kept.Count));
    }

    [Fact]
    public async Task A_picture_is_taken_in_with_its_kind_and_stays_at_Twilio_until_it_is_here()
    {
        Host.Twilio.RedirectMediaTo("https://elsewhere.example/file");
        Host.Twilio.KeepText(Child, "look", attachments: [new Attachment("image/jpeg", Encoding.UTF8.GetBytes("x")), new Attachment("audio/amr", new byte[1])]);
        Host.Twilio.KeepText(Child, "words");
        PassMinutes(2);

        Assert.True(await SweepAsync());
        Assert.True(await SweepAsync());

        Assert.Contains(_flow.Taken, input => input is TurnInput.Attachment { Kind: AttachmentKind.Voice, Caption: "look" });
        Assert.Equal(["look"], Kept);
        Assert.Equal(2, Host.Twilio.KeptMedia.Count);
    }

    [Fact]
    public async Task The_log_counts_and_names_nobody()
    {
        const string Word = "подснежникметка";
        var sid = Host.Twilio.KeepText(Child, Word);
        PassMinutes(2);
        Host.Twilio.AddFault(FakeTwilio.Fault.Refuse(500, 20500, $"{Child} {Word}") with { Method = "GET" });
        await SweepAsync();
        Host.Twilio.AddFault(FakeTwilio.Fault.Refuse(500, 20500, $"{Child} {Word}") with { Method = "DELETE" });
        await SweepAsync();

        var lines = Host.Logs.Lines.Where(line => line.Category.Contains(".Sweep.", StringComparison.Ordinal)).ToList();
        Assert.Equal([61, 62, 63], lines.Select(line => line.Id).Order());
        Assert.DoesNotContain(Host.Logs.Lines, line => new[] { Word, Child[1..], sid }.Any(mark => line.Text.Contains(mark, StringComparison.Ordinal)));
    }

    private static Fault Fault(string failure) => failure switch
    {
        "500" => FakeTwilio.Fault.Refuse(500, 20500, "Internal Server Error"),
        "429" => FakeTwilio.Fault.TooManyRequests(),
        "page" => FakeTwilio.Fault.Page(),
        "hang" => FakeTwilio.Fault.Hang(),
        "drop" => FakeTwilio.Fault.DropRequest(),
        _ => FakeTwilio.Fault.DropAnswer(),
    };

    private void KeepMany(int count)
    {
        for (var i = 0; i < count; i++)
            Host.Twilio.KeepText($"+7701001{i:0000}", "hello");
        Pass(TimeSpan.FromHours(1));
    }

    private void FailSecondPage()
    {
        Host.Twilio.AddFault(FakeTwilio.Fault.Delay(TimeSpan.Zero) with { Method = "GET" });
        Host.Twilio.AddFault(FakeTwilio.Fault.Refuse(500, 20500, "Internal Server Error") with { Method = "GET" });
    }
}
