using Microsoft.EntityFrameworkCore;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flood;

public sealed class InACrowdedMinute
{
    private const string Danger = "он меня сейчас убьёт";

    [Fact]
    public async Task Sixty_turns_in_a_minute_are_answered_one_by_one()
    {
        await using var host = await FloodHost.StartAsync();
        for (var minute = 0; minute < 2; minute++)
        {
            for (var i = 0; i < Crowd.MostTurns; i++)
                Assert.NotNull((await host.SayAsync($"message {minute} {i}", afterMilliseconds: 1000)).Reply);
        }

        Assert.Equal(2 * Crowd.MostTurns, (await host.StateAsync()).Draft.Story.Count);
    }

    [Fact]
    public async Task What_comes_beyond_is_taken_without_a_word_and_answered_once_when_the_minute_ends()
    {
        await using var host = await FloodHost.StartAsync();
        await host.FloodAsync(Crowd.MostTurns);
        var shown = host.Shown;

        Assert.Null((await host.SayAsync("one more")).Reply);
        Assert.Null((await host.SayAsync("and another")).Reply);
        Assert.Equal(shown, host.Shown);
        await host.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(shown + 1, host.Shown);
        Assert.Contains("These words are kept", host.LastShown.Text, StringComparison.Ordinal);
        Assert.Equal(["one more", "and another"], (await host.StateAsync()).Draft.Story.TakeLast(2).Select(part => part.Text));
    }

    [Fact]
    public async Task The_conversation_is_an_ordinary_one_afterwards()
    {
        await using var host = await FloodHost.StartAsync();
        await host.FloodAsync(3 * Crowd.MostTurns);
        await host.PassAsync(TimeSpan.FromMinutes(2));

        Assert.NotNull((await host.SayAsync("an ordinary message")).Reply);
        Assert.False((await host.StateAsync()).Crowd.HasWaiting);
        await host.PassAsync(TimeSpan.FromMinutes(6));
        Assert.Equal("an ordinary message", (await host.ReadAsync()).Content.Story[^1].Text);
    }

    [Fact]
    public async Task Additions_to_a_signal_are_told_once_a_minute_for_as_long_as_it_goes_on()
    {
        await using var host = await FloodHost.StartAsync();
        await host.ReportAsync();
        await host.FloodAsync(Crowd.MostTurns);
        var before = (await host.EventsAsync()).Count;
        for (var minute = 0; minute < 3; minute++)
        {
            for (var second = 0; second < 60; second++)
            {
                await host.SayAsync($"now {minute} {second}");
                await host.SayAsync($"then {minute} {second}");
                await host.PassAsync(TimeSpan.FromSeconds(1));
            }
        }

        Assert.InRange((await host.EventsAsync()).Count - before, 2, 4);
        await host.PassAsync(TimeSpan.FromMinutes(1));
        var signal = await host.SignalAsync();
        Assert.Equal((await host.EventsAsync()).Count, signal.Version);
        Assert.Equal("then 2 59", (await host.ReadAsync()).Content.Story[^1].Text);
    }

    [Fact]
    public async Task What_waited_is_told_with_the_next_turn_where_nobody_looked_for_it_in_time()
    {
        await using var host = await FloodHost.StartAsync();
        await host.ReportAsync();
        await host.FloodAsync(Crowd.MostTurns + 5);

        await host.SayAsync("much later", afterMilliseconds: 180_000);

        var story = (await host.ReadAsync()).Content.Story;
        Assert.Equal(["message 65", "much later"], story.TakeLast(2).Select(part => part.Text));
        Assert.False((await host.StateAsync()).Crowd.HasWaiting);
    }

    [Fact]
    public async Task A_message_equal_to_one_that_is_kept_is_counted_only()
    {
        await using var host = await FloodHost.StartAsync();
        await host.FloodAsync(Crowd.MostTurns);
        await host.SayAsync("message 3");
        await host.SayAsync("something new");
        await host.SayAsync("something new");
        await host.PassAsync(TimeSpan.FromMinutes(7));

        var content = (await host.ReadAsync()).Content;
        Assert.Equal(2, content.NotKept);
        Assert.Equal(Crowd.MostTurns + 1, content.Story.Count);
    }

    [Fact]
    public async Task A_delivery_that_comes_again_has_no_second_effect()
    {
        await using var host = await FloodHost.StartAsync();
        await host.FloodAsync(Crowd.MostTurns);
        var turn = host.Turn(new TurnInput.Text("once"));
        await host.Engine.Runner.RunAsync(turn);
        var before = await host.StateAsync();
        var shown = host.Shown;

        var again = Assert.IsType<TurnResult.Done>(await host.Engine.Runner.RunAsync(turn));

        Assert.True(again is { IsRepeated: true, Reply: null });
        Assert.Equal(shown, host.Shown);
        Assert.Equal(before.Crowd.Turns, (await host.StateAsync()).Crowd.Turns);
        Assert.Equal(0, (await host.StateAsync()).Crowd.NotKept);
    }

    [Fact]
    public async Task It_is_crowded_still_for_a_service_that_was_started_again()
    {
        await using var host = await FloodHost.StartAsync();
        await host.FloodAsync(Crowd.MostTurns + 3);
        host.Engine.Get<ConversationCache>().Forget(host.Engine.Blind.Conversation(ChannelKind.Telegram, "chat"));

        Assert.Null((await host.SayAsync("one more")).Reply);
        await host.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Crowd.MostTurns + 4, (await host.StateAsync()).Draft.Story.Count);
    }

    [Fact]
    public async Task Danger_is_answered_and_told_at_once_and_stands_behind_what_was_said_before()
    {
        await using var host = await FloodHost.StartAsync();
        await host.ReportAsync();
        await host.FloodAsync(Crowd.MostTurns + 5);

        var reply = (await host.SayAsync(Danger)).Reply;

        Assert.True(reply!.IsDangerHelp);
        Assert.Equal(EventLane.Emergency, (await host.EventsAsync())[^1].Lane);
        Assert.Equal(["message 65", Danger], (await host.ReadAsync()).Content.Story.TakeLast(2).Select(part => part.Text));
    }

    [Fact]
    public async Task Danger_said_again_and_again_is_told_at_once_a_single_time_in_a_minute_and_read_in_full_after_it()
    {
        await using var host = await FloodHost.StartAsync();
        await host.FloodAsync(Crowd.MostTurns);
        await host.SayAsync(Danger);
        for (var i = 0; i < 30; i++)
        {
            await host.SayAsync($"{Danger}, {i} этаж");
            await host.FloodAsync(10, $"message {i}");
        }

        Assert.Single(await host.EventsAsync());
        await host.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, (await host.EventsAsync()).Count);
        var story = (await host.ReadAsync()).Content.Story.Select(part => part.Text).ToList();
        Assert.All(Enumerable.Range(0, 30), i => Assert.Contains($"{Danger}, {i} этаж", story));
        Assert.True((await host.SayAsync(Danger)).Reply!.IsDangerHelp);
    }

    [Fact]
    public async Task Danger_that_only_several_messages_make_together_is_found_when_the_minute_ends()
    {
        await using var host = await FloodHost.StartAsync();
        await host.FloodAsync(Crowd.MostTurns);
        await host.SayAsync("папа бьёт меня");
        await host.SayAsync("прямо сейчас");
        await host.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Urgency.Emergency, (await host.SignalAsync()).Urgency);
        Assert.True(host.LastShown.IsDangerHelp);
    }

    [Fact]
    public async Task Presses_without_end_change_nothing_any_more_but_danger_and_the_way_out_are_heard()
    {
        await using var host = await FloodHost.StartAsync();
        await host.ReportAsync();
        for (var i = 0; i < 200; i++)
            await host.DoAsync(new TurnInput.Choice("report", "what", i % 2 == 0 ? "physical" : "sexual"));
        var before = (await host.EventsAsync()).Count;
        var version = (await host.SignalAsync()).Version;
        for (var i = 0; i < 200; i++)
            await host.DoAsync(new TurnInput.Choice("report", "what", i % 2 == 0 ? "neglect" : "other"));
        Assert.Equal((before, version), ((await host.EventsAsync()).Count, (await host.SignalAsync()).Version));

        Assert.True((await host.DoAsync(new TurnInput.Choice("report", "danger", "danger_attack"))).Reply!.IsDangerHelp);
        Assert.Null((await host.DoAsync(new TurnInput.Command("hide"))).Reply);
        Assert.Equal("Hidden", (await host.StateAsync()).State);
        await host.PassAsync(TimeSpan.FromMinutes(1));

        Assert.True(host.LastShown.ClearsChat);
        Assert.Equal(EventLane.Emergency, (await host.EventsAsync())[^1].Lane);
    }

    [Fact]
    public async Task Whoever_leaves_has_what_waited_erased_too()
    {
        await using var host = await FloodHost.StartAsync();
        await host.FloodAsync(Crowd.MostTurns + 5);

        Assert.True((await host.DoAsync(new TurnInput.Command("cancel"))).Reply!.ClearsChat);
        await host.PassAsync(TimeSpan.FromMinutes(7));

        var state = await host.StateAsync();
        Assert.Empty(state.Draft.Story);
        Assert.False(state.Crowd.HasWaiting);
        await using var db = host.Engine.Db();
        Assert.Equal(0, await db.Signals.CountAsync());
    }

    [Fact]
    public async Task Pictures_are_counted()
    {
        await using var host = await FloodHost.StartAsync();
        await host.FloodAsync(Crowd.MostTurns);
        for (var i = 0; i < 7; i++)
            await host.DoAsync(new TurnInput.Attachment(AttachmentKind.Picture, i == 3 ? "look at this" : null));
        await host.PassAsync(TimeSpan.FromMinutes(7));

        var content = (await host.ReadAsync()).Content;
        Assert.Equal(7, content.UnheardMedia);
        Assert.Equal("look at this", content.Story[^1].Text);
    }
}
