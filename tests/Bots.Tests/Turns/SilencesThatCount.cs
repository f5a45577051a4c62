using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Bots.Tests.Turns;

public sealed class SilencesThatCount
{
    [Fact]
    public async Task A_turn_that_was_kept_unread_leaves_no_silence_to_be_due_for_ever()
    {
        await using var host = await EngineHost.StartAsync();
        await host.Runner.RunAsync(host.Text("chat", "before", 1));
        await host.Runner.RunAsync(host.Text("chat", "break", 2));

        Assert.Null((await OnlyAsync(host)).TimeoutUtc);
    }

    [Fact]
    public async Task A_silence_that_no_longer_counts_is_looked_at_once()
    {
        await using var host = await EngineHost.StartAsync(new DeafFlow());
        await host.Runner.RunAsync(host.Text("chat", "words", 1));
        var worker = Worker(host);
        await MakeDueAsync(host);

        Assert.Equal(1, await worker.SweepAsync(default));
        Assert.Equal(0, await worker.SweepAsync(default));
    }

    [Fact]
    public async Task A_silence_in_a_conversation_whose_key_was_destroyed_is_looked_at_once()
    {
        await using var host = await EngineHost.StartAsync();
        await host.Runner.RunAsync(host.Text("chat", "words", 1));
        await MakeDueAsync(host);
        await using (var db = host.Db())
            await db.DataKeys.ExecuteDeleteAsync();
        host.Get<ConversationCache>().Forget(host.Blind.Conversation(ChannelKind.Telegram, "chat"));

        Assert.Equal(1, await Worker(host).SweepAsync(default));
        Assert.Equal(0, await Worker(host).SweepAsync(default));
    }

    [Fact]
    public async Task A_silence_set_by_another_node_is_seen_past_what_this_one_remembers()
    {
        await using var here = await EngineHost.StartAsync();
        await here.Runner.RunAsync(here.Text("chat", "first", 1));
        var key = here.Blind.Conversation(ChannelKind.Telegram, "chat");
        var remembered = here.Get<ConversationCache>().Get(key)!;
        await here.Runner.RunAsync(here.Text("chat", "second", 2));
        here.Get<ConversationCache>().Set(remembered);
        await MakeDueAsync(here, forget: false);

        await Worker(here).SweepAsync(default);

        await using var db = here.Db();
        var signal = await db.Signals.SingleAsync();
        Assert.Equal(["first", "second"], (await here.ReadAsync(signal.Id)).Story.Select(part => part.Text));
    }

    [Fact]
    public async Task A_message_brought_again_after_a_silence_still_gets_its_reply()
    {
        await using var host = await EngineHost.StartAsync();
        var turn = host.Text("chat", "words", 1);
        await host.Runner.RunAsync(turn);
        await MakeDueAsync(host);
        await Worker(host).SweepAsync(default);
        host.Channel.Shown.Clear();

        var again = Assert.IsType<TurnResult.Done>(await host.Runner.RunAsync(turn));

        Assert.NotNull(again.Reply);
        Assert.Single(host.Channel.Shown);
    }

    private static TimeOutWorker Worker(EngineHost host) => host.Get<IEnumerable<IHostedService>>().OfType<TimeOutWorker>().Single();

    private static async Task<ConversationRow> OnlyAsync(EngineHost host)
    {
        await using var db = host.Db();
        return await db.Conversations.AsNoTracking().SingleAsync();
    }

    /// <summary>Turns the stored conversation into one that fell silent long ago, as its own state says too.</summary>
    private static async Task MakeDueAsync(EngineHost host, bool forget = true)
    {
        var key = host.Blind.Conversation(ChannelKind.Telegram, "chat");
        var stored = (await host.Store.LoadAsync(key, default))!;
        var live = host.Get<ConversationVault>().Open(stored);
        var past = TimeProvider.System.NowUtc() - TimeSpan.FromHours(1);
        var row = ConversationVault.Seal(live with { State = live.State with { TimeoutUtc = past } });
        await using (var db = host.Db())
        {
            await db.Conversations.ExecuteUpdateAsync(
                set => set.SetProperty(known => known.State, row.State).SetProperty(known => known.TimeoutUtc, past));
        }

        if (forget)
            host.Get<ConversationCache>().Forget(key);
    }

    /// <summary>Takes words, but finds nothing to do when silence falls.</summary>
    private sealed class DeafFlow : IFlow
    {
        private readonly TestFlow inner = new();

        public string Name => inner.Name;

        public int Version => inner.Version;

        public ConversationState Begin() => inner.Begin();

        public FlowStep Take(ConversationState state, TurnInput input, FlowMoment moment) =>
            input is TurnInput.TimedOut ? new FlowStep { State = state, Replies = false } : inner.Take(state, input, moment);

        public OutboundReply Render(ConversationState state, ChannelKind channel) => inner.Render(state, channel);
    }
}
