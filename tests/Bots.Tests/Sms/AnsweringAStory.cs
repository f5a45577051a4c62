using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;

namespace Senim.Bots.Tests.Sms;

/// <summary>A story that comes in several texts, with the real flow behind the hotline.</summary>
public sealed class AnsweringAStory : IAsyncLifetime
{
    private const string Child = "+77010000058";

    private SmsHost _host = null!;

    public async Task InitializeAsync() => _host = await SmsHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Several_texts_are_answered_once_when_it_is_quiet()
    {
        Assert.Empty((await _host.Twilio.SendTextAsync(Child, "В классе меня дразнят каждый день")).Texts);
        var last = await _host.Twilio.SendTextAsync(Child, "и снимают на телефон");
        Assert.Empty(last.Texts);
        Assert.Empty((await _host.Twilio.DeliverAgainAsync(last.MessageSid)).Texts);
        Assert.Empty(_host.Twilio.Calls);

        await FallQuietAsync();

        Assert.Contains("Где это", Assert.Single(_host.Twilio.Phone(Child)).Body, StringComparison.Ordinal);
        var state = await _host.StateAsync(Child);
        Assert.Equal("AskPlace", state.State);
        Assert.Equal(2, state.Draft.Story.Count);
        Assert.True(state.TimeoutUtc > TimeProvider.System.NowUtc() + TimeSpan.FromMinutes(4));
    }

    [Fact]
    public async Task A_stop_word_in_the_middle_silences_the_answer_and_the_next_text_brings_it_back()
    {
        await _host.Twilio.SendTextAsync(Child, "В классе меня дразнят каждый день");
        Assert.Empty((await _host.Twilio.SendTextAsync(Child, "Тоқтат")).Texts);
        await FallQuietAsync();

        Assert.Empty(_host.Twilio.Calls);
        Assert.Equal(["В классе меня дразнят каждый день"], await _host.StoryAsync());
        Assert.Contains("112", Assert.Single((await _host.Twilio.SendTextAsync(Child, "помогите")).Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_is_answered_in_the_answer_to_its_own_text()
    {
        await _host.Twilio.SendTextAsync(Child, "Бізге көршіміз келді");

        Assert.Contains("102", Assert.Single((await _host.Twilio.SendTextAsync(Child, "ол пышақпен тұр")).Texts), StringComparison.Ordinal);
    }

    /// <summary>What is waited for is due now.</summary>
    private async Task FallQuietAsync()
    {
        var vault = _host.Get<ConversationVault>();
        var live = vault.Open((await _host.Store.LoadAsync(_host.Key(Child), default))!);
        var past = TimeProvider.System.NowUtc() - TimeSpan.FromSeconds(1);
        var row = ConversationVault.Seal(live with { State = live.State with { TimeoutUtc = past } });
        await using (var db = _host.Db())
        {
            await db.Conversations.ExecuteUpdateAsync(
                set => set.SetProperty(known => known.State, row.State).SetProperty(known => known.TimeoutUtc, past));
        }

        _host.Get<ConversationCache>().Forget(live.Key);
        await _host.Get<IEnumerable<IHostedService>>().OfType<TimeOutWorker>().Single().SweepAsync(default);
    }
}
