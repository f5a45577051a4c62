using Microsoft.EntityFrameworkCore;
using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Storage;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.Turns;

public sealed class WritingTurns
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Everything_of_a_turn_comes_back_as_it_was_written(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var turn = Rows.First(Rows.Key(1));
        var signal = Rows.Signal(turn);
        turn.Conversation.Memo = Rows.Sealed("memo");
        turn.Conversation.Address = [0, 255, 0];
        turn.Conversation.TimeoutUtc = Rows.Morning;
        turn.Conversation.SignalId = signal.Id;
        turn = turn with
        {
            Signal = signal,
            Unparsed = new UnparsedRow { Id = Guid.CreateVersion7(), SignalId = signal.Id, DataKeyId = turn.Conversation.DataKeyId, ReceivedUtc = Rows.Morning, Content = Rows.Sealed() },
            Evidence = [Rows.File(turn, 0), Rows.StoredFile(turn, 1)],
            Outbox = [Rows.Owed()],
            Activities = [Rows.Line(turn, 1), Rows.Line(turn, 2)],
        };
        Assert.Equal([new TurnOutcome.Committed()], await world.Turns.CommitAsync([turn], [], default));

        var stored = (await world.Turns.LoadAsync(Rows.Key(1), default))!;
        Assert.Equivalent(turn.Conversation, stored.Row, strict: true);
        Assert.Equivalent(signal, stored.Signal, strict: true);
        Assert.Equal(turn.NewDataKeys[0].Wrapped, stored.WrappedDataKey);
        Assert.All([stored.Row.TimeoutUtc!.Value, stored.Signal!.ReceivedUtc, stored.Signal.ChangedUtc], time => Assert.Equal(DateTimeKind.Utc, time.Kind));
        await using var db = world.OpenIntake();
        Assert.Equivalent(turn.Unparsed, await db.Unparsed.SingleAsync(), strict: true);
        Assert.Equivalent(turn.Evidence, await db.Evidence.OrderBy(file => file.Position).ToListAsync(), strict: true);
        var owed = await db.Outbox.SingleAsync();
        Assert.Equal((turn.Outbox[0].MessageId, Rows.Words, Rows.Morning, 0), (owed.MessageId, owed.Body, owed.DueUtc, owed.Attempts));
        Assert.True(owed.Id > 0);
        Assert.Null(await world.Turns.LoadAsync(Rows.Key(2), default));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_delivery_has_its_effect_once(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var first = Rows.First(Rows.Key(1));
        await world.Turns.CommitAsync([first], [], default);
        var again = Rows.Next(first, 1) with { Outbox = [Rows.Owed()] };
        Assert.Equal([new TurnOutcome.Duplicate()], await world.Turns.CommitAsync([again], [], default));
        await using var db = world.OpenIntake();
        Assert.Equal(1, (await db.Conversations.SingleAsync()).Version);
        Assert.Empty(await db.Outbox.ToListAsync());
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_turn_over_an_old_version_writes_nothing_and_may_come_again(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var first = Rows.First(Rows.Key(1));
        var second = Rows.Next(first, 2);
        await world.Turns.CommitAsync([first], [], default);
        await world.Turns.CommitAsync([second], [], default);

        var late = Rows.Next(first, 3) with { Outbox = [Rows.Owed()] };
        var madeTwice = Rows.First(Rows.Key(1), 4);
        Assert.Equal([new TurnOutcome.Stale()], await world.Turns.CommitAsync([late], [], default));
        Assert.Equal([new TurnOutcome.Stale()], await world.Turns.CommitAsync([madeTwice], [], default));
        await using (var db = world.OpenIntake())
        {
            Assert.Empty(await db.Outbox.ToListAsync());
            Assert.Equal(1, await db.DataKeys.CountAsync());
        }

        Assert.Equal([new TurnOutcome.Committed()], await world.Turns.CommitAsync([Rows.Next(second, 3)], [], default));
        Assert.Equal(3, (await world.Turns.LoadAsync(Rows.Key(1), default))!.Row.Version);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task One_that_cannot_be_written_stands_alone(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var batch = Enumerable.Range(0, 9).Select(i => Rows.First(Rows.Key(9 - i))).ToList();
        var known = new DataKeyRow { Id = batch[0].NewDataKeys[0].Id, Wrapped = [1] };
        batch[4] = batch[4] with { NewDataKeys = [.. batch[4].NewDataKeys, known] };
        batch[7] = batch[7] with { Signal = Rows.Signal(batch[7], version: 5) };

        var outcomes = await world.Turns.CommitAsync(batch, [], default);
        Assert.IsType<TurnOutcome.Poisoned>(outcomes[4]);
        Assert.IsType<TurnOutcome.Poisoned>(outcomes[7]);
        Assert.Equal(7, outcomes.OfType<TurnOutcome.Committed>().Count());
        Assert.Null(await world.Turns.LoadAsync(Rows.Key(5), default));
        Assert.NotNull(await world.Turns.LoadAsync(Rows.Key(9), default));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_memo_leaves_the_version_alone_and_needs_the_present_key(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var (first, other) = (Rows.First(Rows.Key(1)), Rows.First(Rows.Key(2)));
        await world.Turns.CommitAsync([first, other], [], default);
        await world.Turns.CommitAsync(
            [],
            [new MemoWrite(Rows.Key(1), first.Conversation.DataKeyId, [1]), new MemoWrite(Rows.Key(2), Guid.NewGuid(), [2])],
            default);
        var stored = (await world.Turns.LoadAsync(Rows.Key(1), default))!.Row;
        Assert.Equal(1, stored.Version);
        Assert.Equal([1], stored.Memo);
        Assert.Null((await world.Turns.LoadAsync(Rows.Key(2), default))!.Row.Memo);

        // A turn of the same batch was thought out later, and stands.
        var next = Rows.Next(first, 2, row => row.Memo = [4]);
        await world.Turns.CommitAsync([next], [new MemoWrite(Rows.Key(1), first.Conversation.DataKeyId, [3])], default);
        Assert.Equal([4], (await world.Turns.LoadAsync(Rows.Key(1), default))!.Row.Memo);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task What_was_sealed_with_a_destroyed_key_comes_back_without_one(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var first = Rows.First(Rows.Key(1));
        first = first with { Activities = [Rows.Line(first, 1)] };
        await world.Turns.CommitAsync([first], [], default);
        await world.Turns.CommitAsync([Rows.Next(first, 2, row => row.Address = null) with { DestroyedDataKey = first.Conversation.DataKeyId }], [], default);
        Assert.Null((await world.Turns.LoadAsync(Rows.Key(1), default))!.WrappedDataKey);
        Assert.Null((await world.Lines.ReadAsync(Rows.Key(1), 0, 10, default)).Single().WrappedDataKey);
        await using var db = world.OpenIntake();
        Assert.Empty(await db.DataKeys.ToListAsync());
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task What_is_owed_is_laid_down_once_and_due_anew_when_asked_again(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var id = Guid.NewGuid();
        await world.Turns.EnqueueAsync(Rows.Owed(id), default);
        await using (var db = world.OpenIntake())
            await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, 3).SetProperty(row => row.DueUtc, Rows.Morning.AddDays(1)));
        await world.Turns.CommitAsync([Rows.First(Rows.Key(1)) with { Outbox = [Rows.Owed(id)] }], [], default);
        await using (var db = world.OpenIntake())
            Assert.Equal(3, (await db.Outbox.SingleAsync()).Attempts);
        await world.Turns.EnqueueAsync(Rows.Owed(id), default);
        await using (var db = world.OpenIntake())
        {
            var row = await db.Outbox.SingleAsync();
            Assert.Equal((0, Rows.Morning), (row.Attempts, row.DueUtc));
        }
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Silence_is_found_in_order_and_its_delivery_is_the_same_after_a_reload(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var turns = Enumerable.Range(1, 4).Select(i => Rows.First(Rows.Key(i))).ToList();
        for (var i = 0; i < 3; i++)
            turns[i].Conversation.TimeoutUtc = Rows.Morning.AddMilliseconds(10 - i);
        await world.Turns.CommitAsync(turns, [], default);

        Assert.Equal([Rows.Key(3), Rows.Key(2)], (await world.Turns.DueTimeOutsAsync(Rows.Morning.AddDays(1), 2, default)).Select(due => due.Key));
        var due = Assert.Single(await world.Turns.DueTimeOutsAsync(Rows.Morning.AddMilliseconds(8), 10, default));
        var blind = world.Get<BlindIndex>();
        Assert.Equal(blind.TimeOut(Rows.Key(3), turns[2].Conversation.TimeoutUtc!.Value), blind.TimeOut(due.Key, due.DueUtc));
        Assert.Equal(DateTimeKind.Utc, due.DueUtc.Kind);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Lines_are_read_forwards_and_backwards(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var turn = Rows.First(Rows.Key(1));
        await world.Turns.CommitAsync([turn with { Activities = [.. Enumerable.Range(1, 5).Select(i => Rows.Line(turn, i))] }], [], default);
        Assert.Equal([3, 4], (await world.Lines.ReadAsync(Rows.Key(1), 2, 2, default)).Select(line => line.Row.Number));
        var last = await world.Lines.ReadLastAsync(Rows.Key(1), 2, default);
        Assert.Equal([5, 4], last.Select(line => line.Row.Number));
        Assert.All(last, line => Assert.Equal(turn.NewDataKeys[0].Wrapped, line.WrappedDataKey));
        Assert.Equal(Rows.Sealed($"5 {Rows.Words}"), last[0].Row.Content);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Without_the_database_nothing_has_happened_and_is_said_so(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        await world.Turns.CommitAsync([Rows.First(Rows.Key(1))], [], default);
        await world.Database.TakeAwayAsync();
        Assert.IsType<TurnOutcome.Unavailable>((await world.Turns.CommitAsync([Rows.First(Rows.Key(2))], [], default)).Single());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => world.Turns.LoadAsync(Rows.Key(1), default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => world.Turns.DueTimeOutsAsync(Rows.Morning, 1, default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => world.Turns.EnqueueAsync(Rows.Owed(), default));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => world.Lines.ReadAsync(Rows.Key(1), 0, 1, default));
    }
    /// <summary>As before it is moved or restored: the server is there, the database too, and nobody may sign in to it.</summary>
    [Theory, OnPostgreSql]
    public async Task A_database_that_lets_nobody_in_is_as_good_as_none_until_it_does(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        await world.Database.LetInAsync(false);
        Assert.IsType<TurnOutcome.Unavailable>((await world.Turns.CommitAsync([Rows.First(Rows.Key(1))], [], default)).Single());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => world.Turns.LoadAsync(Rows.Key(1), default));

        await world.Database.LetInAsync(true);
        Assert.IsType<TurnOutcome.Committed>((await world.Turns.CommitAsync([Rows.First(Rows.Key(1))], [], default)).Single());
    }
}
