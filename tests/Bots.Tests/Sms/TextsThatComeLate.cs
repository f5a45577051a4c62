using Microsoft.EntityFrameworkCore;
using Senim.Bots.Channels.Sms;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Sms;

/// <summary>A text that reaches us after newer ones, with the real flow behind the hotline.</summary>
public sealed class TextsThatComeLate : IAsyncLifetime
{
    private const string Child = "+77010000071";
    private const string Story = "В классе меня дразнят каждый день";

    private SmsHost _host = null!;
    private int _late;

    public async Task InitializeAsync() => _host = await SmsHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("1")]
    [InlineData("Алматы")]
    [InlineData("выйти")]
    public async Task It_answers_no_question_that_was_asked_since(string late)
    {
        await _host.Twilio.SendTextAsync(Child, "Здравствуйте");
        await _host.Twilio.SendTextAsync(Child, "помогите");
        var before = await _host.StateAsync(Child);

        await LateAsync(late, TimeSpan.FromMinutes(2));

        var after = await _host.StateAsync(Child);
        Assert.Equal(before.Draft.Story.Count + 1, after.Draft.Story.Count);
        Assert.Equal(
            (before.State, before.TimesAsked, before.Draft.TalkedUtc, before.HeardUtc), (after.State, after.TimesAsked, after.Draft.TalkedUtc, after.HeardUtc));
        Assert.Equal(late, after.Draft.Story[^1].Text);
        Assert.True(after.Draft.Story[^1].ReceivedUtc < before.HeardUtc);
        Assert.Empty(_host.Twilio.Calls);
    }

    [Fact]
    public async Task It_does_not_end_the_wait_for_the_rest_of_a_story()
    {
        await _host.Twilio.SendTextAsync(Child, Story);
        var before = await _host.StateAsync(Child);
        Assert.NotNull(before.HeldSinceUtc);

        await LateAsync("и снимают на телефон", TimeSpan.FromMinutes(2));

        var after = await _host.StateAsync(Child);
        Assert.Equal((before.HeldSinceUtc, before.TimeoutUtc), (after.HeldSinceUtc, after.TimeoutUtc));
        Assert.Equal(2, after.Draft.Story.Count);
    }

    [Fact]
    public async Task It_does_not_lift_a_stop_word_that_came_after_it()
    {
        await _host.Twilio.SendTextAsync(Child, Story);
        await _host.Twilio.SendTextAsync(Child, "STOP");

        await LateAsync("Здравствуйте", TimeSpan.FromMinutes(2));

        Assert.True((await _host.StateAsync(Child)).Unreachable);
        Assert.Empty(_host.Twilio.Calls);
    }

    [Fact]
    public async Task A_stop_word_counts_unless_something_was_written_after_it()
    {
        await _host.Twilio.SendTextAsync(Child, Story);
        await LateAsync("STOP", TimeSpan.FromMinutes(2));
        Assert.False((await _host.StateAsync(Child)).Unreachable);

        const string Other = "+77010000072";
        await LateAsync(Story, TimeSpan.FromMinutes(5), Other);
        await LateAsync("STOP", TimeSpan.FromMinutes(4), Other);
        Assert.True((await _host.StateAsync(Other)).Unreachable);
    }

    [Fact]
    public async Task A_start_word_lifts_the_bar_of_the_provider_whenever_it_comes()
    {
        await _host.Twilio.SendTextAsync(Child, "Здравствуйте");
        await _host.Twilio.ReportStatusAsync(_host.Twilio.Phone(Child)[^1].Sid, "undelivered", 21610);
        await _host.Twilio.SendTextAsync(Child, "ещё одно");
        Assert.True((await _host.StateAsync(Child)).Barred);

        await LateAsync("START", TimeSpan.FromMinutes(2));

        Assert.False((await _host.StateAsync(Child)).Barred);
        Assert.NotEmpty((await _host.Twilio.SendTextAsync(Child, "помогите")).Texts);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(11, false)]
    public async Task Danger_in_it_becomes_an_emergency_and_is_answered_while_it_is_recent(int minutes, bool isAnswered)
    {
        await _host.Twilio.SendTextAsync(Child, "Здравствуйте");

        await LateAsync("Отчим сейчас бьёт маму, я заперлась в комнате", TimeSpan.FromMinutes(minutes));

        await using var db = _host.Db();
        Assert.Equal(Urgency.Emergency, (await db.Signals.SingleAsync()).Urgency);
        Assert.Equal("DangerHelp", (await _host.StateAsync(Child)).State);
        Assert.Equal(isAnswered ? 1 : 0, _host.Twilio.Phone(Child).Count(text => !text.IsReply && text.Body.Contains("102", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_has_left_since_finds_nothing_kept_except_what_tells_of_danger()
    {
        await _host.Twilio.SendTextAsync(Child, "Здравствуйте");
        await _host.Twilio.SendTextAsync(Child, "выйти");

        await LateAsync(Story, TimeSpan.FromMinutes(2));
        var state = await _host.StateAsync(Child);
        Assert.Equal(("Left", 0, null), (state.State, state.Draft.Story.Count, state.TimeoutUtc));

        await LateAsync("Отчим сейчас бьёт маму, я заперлась в комнате", TimeSpan.FromMinutes(2));
        await using var db = _host.Db();
        Assert.Equal(Urgency.Emergency, (await db.Signals.SingleAsync()).Urgency);
        Assert.Empty(_host.Twilio.Calls);
    }

    [Fact]
    public async Task A_story_that_comes_too_late_is_not_answered_when_it_has_come_to_rest()
    {
        await LateAsync(Story, TimeSpan.FromHours(2));
        Assert.NotNull((await _host.StateAsync(Child)).HeldSinceUtc);

        for (var tries = 0; (await _host.StateAsync(Child)).HeldSinceUtc is not null; tries++)
        {
            Assert.True(tries < 200, "The story did not come to rest in 10 s.");
            await Task.Delay(50);
        }

        Assert.Empty(_host.Twilio.Calls);
        Assert.Equal("AskPlace", (await _host.StateAsync(Child)).State);
    }

    private async Task LateAsync(string body, TimeSpan ago, string child = Child)
    {
        var sms = new IncomingSms { Sid = $"SMf{++_late:d31}", From = child, Body = body };
        var turn = _host.Get<SmsMapping>().Map(sms, TimeProvider.System.NowUtc() - ago, isLive: false);
        Assert.IsType<TurnResult.Done>(await _host.Get<TurnRunner>().RunAsync(turn, isLate: true));
    }
}
