using Microsoft.EntityFrameworkCore;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Conversations;
using Senim.Intake.Storage;

namespace Senim.Bots.Tests.Turns;

public sealed class CommittingABatch
{
    [Fact]
    public async Task One_stale_one_repeated_and_one_broken_turn_of_fifty_leave_47_committed_and_each_is_told()
    {
        await using var host = await EngineHost.StartAsync();
        var repeated = Write(host, "repeated", 1);
        var known = Write(host, "known", 2);
        Assert.All(await CommitAsync(host, repeated, known), outcome => Assert.IsType<TurnOutcome.Committed>(outcome));

        var batch = Enumerable.Range(100, 47).Select(i => Write(host, $"chat-{i}", i)).ToList();
        batch.Insert(10, repeated);
        batch.Insert(20, Write(host, "known", 3));
        batch.Insert(30, Broken(Write(host, "broken", 4)));
        var outcomes = await CommitAsync(host, [.. batch]);

        Assert.Equal(50, outcomes.Count);
        Assert.IsType<TurnOutcome.Duplicate>(outcomes[10]);
        Assert.IsType<TurnOutcome.Stale>(outcomes[20]);
        Assert.IsType<TurnOutcome.Poisoned>(outcomes[30]);
        Assert.Equal(47, outcomes.OfType<TurnOutcome.Committed>().Count());
        await using var db = host.Db();
        Assert.Equal(47 + 2, await db.Deliveries.CountAsync());
        Assert.Equal(47 + 2, await db.Conversations.CountAsync());
    }

    [Fact]
    public async Task A_stale_turn_leaves_its_delivery_free_to_come_again()
    {
        await using var host = await EngineHost.StartAsync();
        await CommitAsync(host, Write(host, "chat", 1));
        var stale = Write(host, "chat", 2);
        Assert.IsType<TurnOutcome.Stale>(Assert.Single(await CommitAsync(host, stale)));

        stale.Conversation.Version = 2;
        Assert.IsType<TurnOutcome.Committed>(Assert.Single(await CommitAsync(host, stale)));
    }

    [Fact]
    public async Task A_broken_turn_writes_nothing_of_itself()
    {
        await using var host = await EngineHost.StartAsync();
        await CommitAsync(host, Broken(Write(host, "broken", 1)));
        await using var db = host.Db();
        Assert.Empty(await db.Deliveries.ToListAsync());
        Assert.Empty(await db.Conversations.ToListAsync());
        Assert.Empty(await db.DataKeys.ToListAsync());
    }

    private static Task<IReadOnlyList<TurnOutcome>> CommitAsync(EngineHost host, params TurnWrite[] batch) =>
        host.Store.CommitAsync(batch, [], CancellationToken.None);

    /// <summary>A first turn of a chat: writing it twice for one chat makes the second one stale.</summary>
    private static TurnWrite Write(EngineHost host, string account, int number)
    {
        var turn = host.Text(account, "words", number);
        var before = host.Get<ConversationVault>().Begin(turn.Conversation, turn.Channel);
        var step = new TestFlow().Take(before.State, turn.Input, new FlowMoment(turn.ReceivedUtc, turn.Channel, default));
        return host.Get<TurnWriter>().Write(before, turn, step, null, host.Channel).Write;
    }

    /// <summary>Two lines under one number: the table's key refuses the second.</summary>
    private static TurnWrite Broken(TurnWrite write)
    {
        var line = new ActivityRow { ConversationKey = write.Conversation.Key, Number = 1, DataKeyId = write.Conversation.DataKeyId, Content = [1] };
        return write with { Activities = [line, line] };
    }
}
