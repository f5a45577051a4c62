using Microsoft.EntityFrameworkCore;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Sms;
using Senim.Intake;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flood;

/// <summary>A story by SMS in more texts than a minute has seconds, with the real flow behind the hotline.</summary>
public sealed class AFloodOfTexts : IAsyncLifetime
{
    private const string Child = "+77010000059";

    private SmsHost _host = null!;

    public async Task InitializeAsync() => _host = await SmsHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task All_of_it_is_one_story_that_is_answered_once_it_rests()
    {
        for (var i = 0; i < Crowd.MostTurns + 20; i++)
            Assert.Empty((await _host.Twilio.SendTextAsync(Child, $"в классе меня дразнят, случай {i}")).Texts);
        await EndTheMinuteAsync();

        Assert.Contains("Где это", Assert.Single(_host.Twilio.Phone(Child)).Body, StringComparison.Ordinal);
        var state = await _host.StateAsync(Child);
        Assert.Equal("AskPlace", state.State);
        Assert.Equal(Crowd.MostTurns + 20, state.Draft.Story.Count);
    }

    [Fact]
    public async Task Danger_is_answered_in_the_answer_to_its_own_text()
    {
        for (var i = 0; i < Crowd.MostTurns + 20; i++)
            await _host.Twilio.SendTextAsync(Child, $"в классе меня дразнят, случай {i}");

        Assert.Contains("102", Assert.Single((await _host.Twilio.SendTextAsync(Child, "ол пышақпен тұр")).Texts), StringComparison.Ordinal);
        Assert.Empty((await _host.Twilio.SendTextAsync(Child, "в классе меня дразнят")).Texts);
        await using var db = _host.Db();
        Assert.Equal(Urgency.Emergency, (await db.Signals.SingleAsync()).Urgency);
        Assert.Contains("ол пышақпен тұр", await _host.StoryAsync());
    }

    private async Task EndTheMinuteAsync()
    {
        var state = await _host.StateAsync(Child);
        var due = state.TimeoutUtc!.Value;
        await _host.Get<TurnRunner>().RunAsync(new InboundTurn
        {
            Channel = ChannelKind.Sms,
            Conversation = _host.Key(Child),
            Delivery = _host.Get<BlindIndex>().TimeOut(_host.Key(Child), due),
            Input = new TurnInput.TimedOut(due),
            ReceivedUtc = due,
        });
    }
}
