using Microsoft.EntityFrameworkCore;
using Senim.FakeTwilio;
using Senim.Intake.Outbox;

namespace Senim.Bots.Tests.Sms;

/// <summary>A reply that is no answer to a text is sent, and owed while it cannot be.</summary>
public sealed class SendingTexts : StoryHost
{
    [Fact]
    public async Task What_silence_is_answered_with_is_sent_with_the_status_address()
    {
        Assert.Empty((await Host.Twilio.SendTextAsync(Child, "story")).Texts);
        await FallSilentAsync();

        Assert.Equal(["reply to story, heard"], Phone);
        var call = Assert.Single(Host.Twilio.Calls);
        Assert.Equal((Host.Twilio.Number, Child, Host.StatusUrl.ToString()), (call["From"], call["To"], call["StatusCallback"]));
        Assert.Empty(await OwedAsync());
    }

    public static TheoryData<string> Faults => new("too many", "page", "hang", "broken", "overflow", "token", "server");

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_cannot_be_sent_now_is_owed_and_sent_once(string which)
    {
        await Host.Twilio.SendTextAsync(Child, "story");
        Host.Twilio.AddFault(which switch
        {
            "too many" => Fault.TooManyRequests(),
            "page" => Fault.Page(),
            "hang" => Fault.Hang(),
            "broken" => Fault.DropRequest(),
            "overflow" => Fault.Refuse(400, 30001, "Queue overflow"),
            "token" => Fault.Refuse(401, 20003, "Authenticate"),
            _ => Fault.Refuse(500, 20500, "Internal"),
        } with
        { Times = 1 });
        await FallSilentAsync();
        Assert.Empty(Phone);

        await LetTimeComeAsync();
        Assert.Equal(["reply to story, heard"], Phone);
        Assert.Equal(2, Calls);
    }

    [Theory]
    [InlineData(21211)]
    [InlineData(21612)]
    [InlineData(21614)]
    [InlineData(21610)]
    public async Task A_number_that_cannot_be_reached_is_marked(int code)
    {
        await Host.Twilio.SendTextAsync(Child, "story");
        Host.Twilio.Refuse(Child, code);
        await FallSilentAsync();

        await EventuallyAsync(async () => (await Host.StateAsync(Child)).Unreachable);
        Assert.Equal(code == 21610 ? "barred" : "gone", (await Host.StateAsync(Child)).State);
        Assert.Empty(await OwedAsync());
    }

    [Fact]
    public async Task What_Twilio_refuses_for_good_is_told_to_the_operator_and_not_tried_again()
    {
        await Host.Twilio.SendTextAsync(Child, "story");
        Host.Twilio.Refuse(Child, 21408);
        await FallSilentAsync();

        Assert.Contains(Host.Logs.Errors, line => line.Text.Contains("twilio-21408", StringComparison.Ordinal));
        Assert.DoesNotContain(Host.Logs.Lines, line => line.Text.Contains(Child[1..], StringComparison.Ordinal));
        Assert.Empty(await OwedAsync());
        Assert.False((await Host.StateAsync(Child)).Unreachable);
    }

    [Fact]
    public async Task A_reply_that_is_owed_is_dropped_once_a_later_one_got_through()
    {
        await Host.Twilio.SendTextAsync(Child, "story");
        Host.Twilio.AddFault(Fault.Refuse(400, 30001, "Queue overflow"));
        await FallSilentAsync();
        Assert.Single(await OwedAsync());
        await Host.Twilio.SendTextAsync(Child, "more");

        await LetTimeComeAsync();
        Assert.Equal(["reply to more"], Phone);
        Assert.Equal(1, Calls);
    }

    [Fact]
    public async Task A_debt_after_one_that_was_dropped_is_a_debt_again()
    {
        await Host.Twilio.SendTextAsync(Child, "story");
        Host.Twilio.AddFault(Fault.Refuse(400, 30001, "Queue overflow") with { Times = 2 });
        await FallSilentAsync();
        await Host.Twilio.SendTextAsync(Child, "more");
        await FallSilentAsync();

        await LetTimeComeAsync();
        Assert.Equal(["reply to more", "reply to more, heard"], Phone);
    }

    [Fact]
    public async Task Who_comes_before_their_time_is_told_when_and_waits_in_the_outbox()
    {
        await using var slow = await SmsHost.StartAsync(new StoryFlow(), null, ("PerSecond", "0.1"));
        foreach (var number in (string[])["+77010000051", "+77010000052", "+77010000053"])
        {
            await slow.Twilio.SendTextAsync(number, "story");
            await slow.Get<Bots.Conversation.Turns.TurnRunner>().RunAsync(new Bots.Conversation.Turns.InboundTurn
            {
                Channel = Intake.Signals.ChannelKind.Sms,
                Conversation = slow.Key(number),
                Delivery = slow.Get<Intake.Privacy.BlindIndex>().Delivery(number),
                Input = new Bots.Conversation.Turns.TurnInput.TimedOut(DateTime.UtcNow),
                ReceivedUtc = DateTime.UtcNow,
            });
        }

        Assert.Single(slow.Twilio.Calls);
        await using var db = slow.Db();
        var due = await db.Outbox.Where(row => row.Kind == OutboxKind.Show).OrderBy(row => row.DueUtc).Select(row => row.DueUtc).ToListAsync();
        Assert.Equal(2, due.Count);
        Assert.InRange((due[0] - DateTime.UtcNow).TotalSeconds, 5, 10.1);
        Assert.InRange((due[1] - due[0]).TotalSeconds, 9, 11);
    }
}
