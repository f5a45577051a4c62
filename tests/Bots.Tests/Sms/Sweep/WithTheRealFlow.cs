using Microsoft.EntityFrameworkCore;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Sms.Sweep;

/// <summary>What a text that was never posted means to the report.</summary>
public sealed class WithTheRealFlow : SweepBench
{
    private protected override IFlow? Flow() => null;

    [Theory]
    [InlineData("STOP")]
    [InlineData("тоқта")]
    public async Task A_stop_word_silences_the_hotline(string word)
    {
        await Host.Twilio.SendTextAsync(Child, "Здравствуйте");
        Pass(TimeSpan.FromMinutes(1));
        Host.Twilio.KeepText(Child, word);
        Pass(TimeSpan.FromHours(1));

        Assert.True(await SweepAsync());
        Assert.True((await Host.StateAsync(Child)).Unreachable);
        Assert.Empty(Kept);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(180, 0)]
    public async Task Danger_becomes_a_signal_at_once_and_help_is_sent_while_it_is_recent(int minutes, int help)
    {
        Host.Twilio.KeepText(Child, "Отчим сейчас бьёт маму, я заперлась в комнате");
        PassMinutes(minutes);

        Assert.True(await SweepAsync());

        await using var db = Host.Db();
        Assert.Equal(Urgency.Emergency, (await db.Signals.SingleAsync()).Urgency);
        Assert.Equal(help, Host.Twilio.Phone(Child).Count(text => text.Body.Contains("102", StringComparison.Ordinal)));
        Assert.Equal(help, Host.Twilio.Phone(Child).Count);
    }

    [Fact]
    public async Task A_recent_story_in_several_texts_is_answered_once()
    {
        Host.Twilio.KeepText(Child, "В классе меня дразнят каждый день");
        Host.Twilio.KeepText(Child, "и снимают на телефон");
        PassMinutes(3);

        Assert.True(await SweepAsync());
        await EventuallyAsync(() => Host.Twilio.Phone(Child).Count > 0);

        Assert.Contains("Где это", Assert.Single(Host.Twilio.Phone(Child)).Body, StringComparison.Ordinal);
        Assert.Equal(2, (await HeardAsync()).Count);
    }
}
