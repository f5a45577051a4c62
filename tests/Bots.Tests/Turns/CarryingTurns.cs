using Microsoft.EntityFrameworkCore;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Turns;

public sealed class CarryingTurns
{
    [Fact]
    public async Task Sixteen_parallel_turns_of_one_chat_equal_a_serial_order()
    {
        await using var host = await EngineHost.StartAsync();
        var results = await Task.WhenAll(Enumerable.Range(1, 16).Select(i => host.Runner.RunAsync(host.Text("chat", $"word {i}", i))));
        await host.Runner.RunAsync(host.Text("chat", "send", 17));

        Assert.All(results, result => Assert.IsType<TurnResult.Done>(result));
        Assert.Equal(Enumerable.Range(1, 17).Select(i => $"heard {i}"), host.Channel.Shown.Select(shown => shown.Reply.Text));
        await using var db = host.Db();
        var signal = await db.Signals.SingleAsync();
        Assert.Equal(
            Enumerable.Range(1, 16).Select(i => $"word {i}").Append("send"),
            (await host.ReadAsync(signal.Id)).Story.Select(part => part.Text));
        Assert.Equal(17, (await db.Conversations.SingleAsync()).Version);
    }

    [Fact]
    public async Task A_message_and_a_time_out_of_one_conversation_at_once_make_one_signal_with_every_word()
    {
        await using var host = await EngineHost.StartAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (i, _) =>
        {
            var account = $"chat-{i}";
            await host.Runner.RunAsync(host.Text(account, "first", 1));
            var due = (await host.Store.LoadAsync(host.Blind.Conversation(ChannelKind.Telegram, account), default))!.Row.TimeoutUtc!.Value;
            var silence = host.Text(account, "", 0) with
            {
                Delivery = host.Blind.TimeOut(host.Blind.Conversation(ChannelKind.Telegram, account), due),
                Input = new TurnInput.TimedOut(due),
            };
            var words = host.Text(account, "second", 2);
            await (i % 2 == 0
                ? Task.WhenAll(host.Runner.RunAsync(words), host.Runner.RunAsync(silence))
                : Task.WhenAll(host.Runner.RunAsync(silence), host.Runner.RunAsync(words)));
            await host.Runner.RunAsync(host.Text(account, "send", 3));
        });

        await using var db = host.Db();
        var signals = await db.Signals.ToListAsync();
        Assert.Equal(1000, signals.Count);
        foreach (var signal in signals)
        {
            var content = await host.ReadAsync(signal.Id);
            Assert.Equal(["first", "second", "send"], content.Story.Select(part => part.Text));
            Assert.False(signal.Incomplete);
        }
    }

    [Fact]
    public async Task A_repeated_delivery_has_no_second_effect_and_gets_the_same_reply()
    {
        await using var host = await EngineHost.StartAsync();
        var turn = host.Text("chat", "words", 1);
        await host.Runner.RunAsync(turn);
        var again = Assert.IsType<TurnResult.Done>(await host.Runner.RunAsync(turn));

        Assert.True(again.IsRepeated);
        Assert.Equal(["heard 1", "heard 1"], host.Channel.Shown.Select(shown => shown.Reply.Text));
        await using var db = host.Db();
        Assert.Equal(1, (await db.Conversations.SingleAsync()).Version);
    }

    [Fact]
    public async Task An_older_delivery_repeated_late_is_not_answered_again()
    {
        await using var host = await EngineHost.StartAsync();
        var first = host.Text("chat", "one", 1);
        await host.Runner.RunAsync(first);
        await host.Runner.RunAsync(host.Text("chat", "two", 2));
        var again = Assert.IsType<TurnResult.Done>(await host.Runner.RunAsync(first));

        Assert.Null(again.Reply);
        Assert.Equal(2, host.Channel.Shown.Count);
    }

    [Fact]
    public async Task A_used_number_with_another_message_in_it_is_a_new_turn()
    {
        await using var host = await EngineHost.StartAsync();
        var first = host.Text("chat", "one", 7);
        var reused = first with { Delivery = host.Blind.Delivery(1, 7, "another message"), Input = new TurnInput.Text("two") };
        await host.Runner.RunAsync(first);
        await host.Runner.RunAsync(reused);

        Assert.Equal(["heard 1", "heard 2"], host.Channel.Shown.Select(shown => shown.Reply.Text));
    }

    [Fact]
    public async Task A_turn_on_which_the_code_fails_is_kept_for_staff_and_answered_calmly()
    {
        await using var host = await EngineHost.StartAsync();
        await host.Runner.RunAsync(host.Text("chat", "before", 1));
        var result = Assert.IsType<TurnResult.Done>(await host.Runner.RunAsync(host.Text("chat", "break", 2)));
        await host.Runner.RunAsync(host.Text("chat", "after", 3));

        Assert.Contains("112", result.Reply!.Text, StringComparison.Ordinal);
        await using var db = host.Db();
        var signal = await db.Signals.SingleAsync();
        Assert.True(signal.Unparsed);
        Assert.True(signal.Urgency >= Senim.Intake.Triage.Urgency.Standard);
        var opened = (await host.Get<ISignalReader>().OpenAsync(new SignalId(signal.Id), default))!;
        Assert.Contains("break", Assert.Single(opened.Unparsed).Text, StringComparison.Ordinal);
        Assert.Equal(["before", "after"], opened.Content.Story.Select(part => part.Text));
    }

    [Fact]
    public async Task A_channel_that_fails_at_its_own_part_does_not_cost_the_message()
    {
        await using var host = await EngineHost.StartAsync();
        host.Channel.Memory = _ => throw new FormatException("A planned fault.");
        var result = await host.Runner.RunAsync(host.Text("chat", "words", 1));

        Assert.IsType<TurnResult.Done>(result);
        await using var db = host.Db();
        var signal = await db.Signals.SingleAsync();
        Assert.Equal(["words"], (await host.ReadAsync(signal.Id)).Story.Select(part => part.Text));
    }

    [Theory]
    [InlineData(51.12345, 71.54321)]
    [InlineData(double.NaN, double.PositiveInfinity)]
    public async Task A_point_on_which_the_code_fails_is_told_to_staff_without_the_point(double latitude, double longitude)
    {
        await using var host = await EngineHost.StartAsync(new FailingFlow());
        var result = await host.Runner.RunAsync(host.Text("chat", "", 1) with { Input = new TurnInput.Location(latitude, longitude) });

        Assert.IsType<TurnResult.Done>(result);
        await using var db = host.Db();
        var opened = (await host.Get<ISignalReader>().OpenAsync(new SignalId((await db.Signals.SingleAsync()).Id), default))!;
        Assert.Equal("location", Assert.Single(opened.Unparsed).Text);
    }

    [Fact]
    public async Task Whoever_writes_without_end_loses_no_word_and_makes_no_turn_dearer()
    {
        await using var host = await EngineHost.StartAsync();
        var page = new string('x', 4_000);
        var last = new TurnResult.Done(null, false, 0);
        var sizes = new List<int>();
        for (var i = 1; i <= 40; i++)
        {
            last = Assert.IsType<TurnResult.Done>(await host.Runner.RunAsync(host.Text("chat", $"{i} {page}", i)));
            await using var now = host.Db();
            sizes.Add((await now.Conversations.SingleAsync()).State.Length);
        }

        Assert.InRange(sizes[^1], 0, UnparsedTurns.MostStoryChars + 10_000);
        Assert.Contains("112", last.Reply!.Text, StringComparison.Ordinal);
        await using var db = host.Db();
        var opened = (await host.Get<ISignalReader>().OpenAsync(new SignalId((await db.Signals.SingleAsync()).Id), default))!;
        var all = opened.Content.Story.Select(part => part.Text).Concat(opened.Unparsed.Select(turn => turn.Text)).ToList();
        Assert.All(Enumerable.Range(1, 40), i => Assert.Contains(all, text => text.Contains($"{i} {page}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_has_their_contact_deleted_is_told_so()
    {
        await using var host = await EngineHost.StartAsync();
        await host.Runner.RunAsync(host.Text("chat", "words", 1));
        await host.Runner.RunAsync(host.Text("chat", "forget", 2));

        Assert.Equal(2, host.Channel.Shown.Count);
        await using var db = host.Db();
        Assert.Null((await db.Conversations.SingleAsync()).Address);
    }

    [Fact]
    public async Task Leaving_destroys_the_key_of_what_was_said()
    {
        await using var host = await EngineHost.StartAsync();
        await host.Runner.RunAsync(host.Text("chat", "words", 1));
        Guid left;
        await using (var db = host.Db())
            left = (await db.Conversations.SingleAsync()).DataKeyId;
        await host.Runner.RunAsync(host.Text("chat", "leave", 2));

        await using var after = host.Db();
        Assert.NotEqual(left, (await after.DataKeys.SingleAsync()).Id);
    }

    [Fact]
    public async Task Leaving_after_the_signal_was_sent_keeps_the_signal_readable()
    {
        await using var host = await EngineHost.StartAsync();
        await host.Runner.RunAsync(host.Text("chat", "words", 1));
        await host.Runner.RunAsync(host.Text("chat", "send", 2));
        await host.Runner.RunAsync(host.Text("chat", "leave", 3));
        await host.Runner.RunAsync(host.Text("chat", "another matter", 4));
        await host.Runner.RunAsync(host.Text("chat", "send", 5));

        await using var db = host.Db();
        var signals = await db.Signals.OrderBy(signal => signal.ReceivedUtc).ToListAsync();
        Assert.Equal(2, signals.Count);
        Assert.Equal(["words", "send"], (await host.ReadAsync(signals[0].Id)).Story.Select(part => part.Text));
        Assert.Equal(["another matter", "send"], (await host.ReadAsync(signals[1].Id)).Story.Select(part => part.Text));
        Assert.NotEqual(signals[0].DataKeyId, signals[1].DataKeyId);
    }

    [Fact]
    public async Task A_reply_that_cannot_be_shown_now_is_owed_once_and_shown_as_it_stands_then()
    {
        await using var host = await EngineHost.StartAsync();
        host.Channel.Answer = request => new ShowResult.Retry(null, request.Memo);
        await host.Runner.RunAsync(host.Text("chat", "one", 1));
        await host.Runner.RunAsync(host.Text("chat", "two", 2));
        host.Channel.Answer = null;
        host.Channel.Shown.Clear();
        var sweep = host.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<OutboxSweep<Intake.Storage.IntakeDb>>().Single();

        Assert.Equal(1, await sweep.SweepAsync(EventLane.Other, OutboxKind.Show, default));

        Assert.Equal("heard 2", Assert.Single(host.Channel.Shown).Reply.Text);
        await using var db = host.Db();
        Assert.Empty(await db.Outbox.ToListAsync());
    }

    private sealed class FailingFlow : IFlow
    {
        private readonly TestFlow inner = new();

        public string Name => inner.Name;

        public int Version => inner.Version;

        public ConversationState Begin() => inner.Begin();

        public FlowStep Take(ConversationState state, TurnInput input, FlowMoment moment) => throw new InvalidOperationException("A planned fault.");

        public OutboundReply Render(ConversationState state, ChannelKind channel) => inner.Render(state, channel);
    }
}
