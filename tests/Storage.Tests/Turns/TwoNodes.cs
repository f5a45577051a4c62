using Microsoft.EntityFrameworkCore;
using Senim.Intake.Conversations;
using Senim.Intake.Storage;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.Turns;

/// <summary>Two nodes with the same deliveries of the same conversations, as when a provider repeats itself to both.</summary>
public sealed class TwoNodes
{
    private const int Conversations = 60;
    private const int Rounds = 12;

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Each_delivery_has_its_effect_on_one_of_them(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        await using var other = world.Another();
        var last = Enumerable.Range(0, Conversations).Select(i => Rows.First(Rows.Key(i))).ToList();
        await world.Turns.CommitAsync(last, [], default);
        for (var round = 2; round < 2 + Rounds; round++)
        {
            var turns = last.Select(before => Rows.Next(before, round)).ToList();
            var memos = last.Select(before => new MemoWrite(ConversationKey.FromBytes(before.Conversation.Key), before.Conversation.DataKeyId, [(byte)round])).ToList();

            // One from the front, one from the back: only the store's own order keeps them apart.
            var (mine, theirs) = (turns, turns.AsEnumerable().Reverse().ToList());
            var outcomes = await Task.WhenAll(
                Task.Run(() => world.Turns.CommitAsync(mine, memos, default)),
                Task.Run(() => other.Turns.CommitAsync(theirs, memos, default)));
            var byTurn = outcomes[0].Zip(outcomes[1].Reverse()).ToList();
            Assert.All(byTurn, pair => Assert.Equal(
                (1, 1),
                (Count<TurnOutcome.Committed>(pair), Count<TurnOutcome.Duplicate>(pair) + Count<TurnOutcome.Stale>(pair))));
            last = turns;
        }

        await using var db = world.OpenIntake();
        Assert.All(await db.Conversations.Select(row => row.Version).ToListAsync(), version => Assert.Equal(1 + Rounds, version));
        Assert.Equal(Conversations * (1 + Rounds), await db.Deliveries.CountAsync());
    }

    [Theory, OnPostgreSql, OnSqlServer]
    public async Task Both_may_bring_the_database_up_to_date_at_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.MakeAsync(provider);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await using var intake = IntakeDbs.Open(provider, database.Intake);
            await using var routing = Routing.Storage.RoutingDbs.Open(provider, database.Routing);
            await intake.BringUpToDateAsync(default);
            await routing.BringUpToDateAsync(default);
        })));
        await using var db = IntakeDbs.Open(provider, database.Intake);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Empty(await db.Conversations.ToListAsync());
    }

    private static int Count<T>((TurnOutcome Mine, TurnOutcome Theirs) pair) => (pair.Mine is T ? 1 : 0) + (pair.Theirs is T ? 1 : 0);
}
