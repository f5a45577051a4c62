using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Senim.Intake.Checkpoints;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Storage;

namespace Senim.Intake.Core.Tests.Outbox;

public sealed class SweepingTheOutbox : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("senim-outbox-").FullName;
    private readonly SettableClock clock = new();
    private readonly Transport transport = new();
    private readonly CrashingCheckpoints checkpoints = new();
    private ServiceProvider services = null!;

    private OutboxSweep<IntakeDb> Sweep => services.GetServices<IHostedService>().OfType<OutboxSweep<IntakeDb>>().Single();

    public async Task InitializeAsync()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton<ICheckpoints>(checkpoints);
        collection.AddSingleton<IEventTransport>(transport);
        collection.AddIntake(new IntakeSettings($"Data Source={Path.Combine(folder, "intake.db")}", KeyRing.Random()));
        collection.AddIntakeWriting();
        collection.AddSingleton<IOutboxHandler>(new HangingReplies());
        services = collection.BuildServiceProvider();
        await using var db = Db();
        await db.Database.MigrateAsync();
    }

    [Fact]
    public async Task Events_are_published_in_order_and_their_rows_removed()
    {
        await AddAsync(EventLane.Other, 70);
        while (await Sweep.SweepAsync(EventLane.Other, OutboxKind.Event, default) > 0)
        {
        }

        Assert.Equal(Enumerable.Range(0, 70).Select(i => $"{i}"), transport.Published);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task The_lanes_do_not_wait_for_each_other()
    {
        await AddAsync(EventLane.Other, 200);
        await AddAsync(EventLane.Emergency, 1);
        await Sweep.SweepAsync(EventLane.Emergency, OutboxKind.Event, default);
        Assert.Equal(["0"], transport.Published);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_holds_up_no_event()
    {
        await AddAsync(EventLane.Emergency, 1, OutboxKind.Show);
        await AddAsync(EventLane.Emergency, 1);
        await Sweep.StartAsync(default);
        try
        {
            await transport.First.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            await Sweep.StopAsync(default);
        }

        Assert.Equal(["0"], transport.Published);
    }

    [Theory]
    [InlineData(Checkpoint.OutboxMarked, 0)]
    [InlineData(Checkpoint.OutboxPublished, 1)]
    public async Task A_crash_at_either_point_repeats_the_event_and_never_loses_it(Checkpoint at, int publishedBefore)
    {
        await AddAsync(EventLane.Emergency, 1);
        checkpoints.CrashAt = at;
        await Assert.ThrowsAsync<CrashException>(() => Sweep.SweepAsync(EventLane.Emergency, OutboxKind.Event, default));
        Assert.Equal(publishedBefore, transport.Published.Count);

        checkpoints.CrashAt = null;
        Assert.Equal(0, await Sweep.SweepAsync(EventLane.Emergency, OutboxKind.Event, default));
        clock.Now += TimeSpan.FromSeconds(10);
        Assert.Equal(1, await Sweep.SweepAsync(EventLane.Emergency, OutboxKind.Event, default));
        Assert.Equal(publishedBefore + 1, transport.Published.Count);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task After_a_restart_an_event_that_was_begun_does_not_wait_for_its_back_off()
    {
        await AddAsync(EventLane.Emergency, 1);
        checkpoints.CrashAt = Checkpoint.OutboxMarked;
        await Assert.ThrowsAsync<CrashException>(() => Sweep.SweepAsync(EventLane.Emergency, OutboxKind.Event, default));

        checkpoints.CrashAt = null;
        await Sweep.ResumeAsync(default);
        Assert.Equal(1, await Sweep.SweepAsync(EventLane.Emergency, OutboxKind.Event, default));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task An_event_that_cannot_be_published_is_tried_for_ever_at_growing_distances()
    {
        await AddAsync(EventLane.Other, 1);
        transport.Fault = new IOException();
        var attempts = 0;
        for (var minute = 0; minute < 60 * 24; minute++)
        {
            attempts += await Sweep.SweepAsync(EventLane.Other, OutboxKind.Event, default);
            clock.Now += TimeSpan.FromMinutes(1);
        }

        Assert.InRange(attempts, 280, 300);
        transport.Fault = null;
        clock.Now += TimeSpan.FromMinutes(5);
        await Sweep.SweepAsync(EventLane.Other, OutboxKind.Event, default);
        Assert.Equal(["0"], transport.Published);
    }

    [Fact]
    public async Task One_that_cannot_be_published_holds_up_none_of_its_neighbours()
    {
        await AddAsync(EventLane.Other, 5);
        transport.Poison = "2";
        await Sweep.SweepAsync(EventLane.Other, OutboxKind.Event, default);
        Assert.Equal(["0", "1", "3", "4"], transport.Published);
        Assert.Equal(("2", 1), Assert.Single((await RowsAsync()).Select(row => (row.Body, row.Attempts))));

        transport.Poison = null;
        clock.Now += TimeSpan.FromSeconds(10);
        await Sweep.SweepAsync(EventLane.Other, OutboxKind.Event, default);
        Assert.Equal(["0", "1", "3", "4", "2"], transport.Published);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Two_that_sweep_at_once_publish_each_event_once()
    {
        await AddAsync(EventLane.Other, 150);
        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Sweep.SweepAsync(EventLane.Other, OutboxKind.Event, default))));
        Assert.Equal(150, claimed.Sum());
        Assert.Equal(150, transport.Published.Distinct().Count());
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task The_same_message_id_is_laid_in_once()
    {
        var id = Guid.NewGuid();
        await using var db = Db();
        var store = services.GetRequiredService<Senim.Intake.Conversations.ITurnStore>();
        for (var i = 0; i < 2; i++)
        {
            await store.EnqueueAsync(
                new OutboxRow { MessageId = id, Type = "Show", CreatedUtc = clock.NowUtc(), DueUtc = clock.NowUtc() },
                default);
        }

        Assert.Single(await RowsAsync());
    }

    [Fact]
    public async Task What_is_laid_in_anew_while_it_is_in_hand_stays()
    {
        var store = services.GetRequiredService<Senim.Intake.Conversations.ITurnStore>();
        var row = new OutboxRow { MessageId = Guid.NewGuid(), Type = "Test", Body = "0", CreatedUtc = clock.NowUtc(), DueUtc = clock.NowUtc() };
        await store.EnqueueAsync(row, default);
        transport.Publishing = () => store.EnqueueAsync(row, default);
        await Sweep.SweepAsync(EventLane.Emergency, OutboxKind.Event, default);
        Assert.Single(await RowsAsync());

        transport.Publishing = null;
        await Sweep.SweepAsync(EventLane.Emergency, OutboxKind.Event, default);
        Assert.Equal(["0", "0"], transport.Published);
        Assert.Empty(await RowsAsync());
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private IntakeDb Db() => services.GetRequiredService<IDbContextFactory<IntakeDb>>().CreateDbContext();

    private async Task AddAsync(EventLane lane, int count, OutboxKind kind = OutboxKind.Event)
    {
        await using var db = Db();
        for (var i = 0; i < count; i++)
        {
            db.Add(new OutboxRow
            {
                Kind = kind,
                Lane = lane,
                MessageId = Guid.NewGuid(),
                Type = "Test",
                Body = $"{i}",
                CreatedUtc = clock.NowUtc(),
                DueUtc = clock.NowUtc(),
            });
            await db.SaveChangesAsync();
        }
    }

    private async Task<List<OutboxRow>> RowsAsync()
    {
        await using var db = Db();
        return await db.Outbox.AsNoTracking().ToListAsync();
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Transport : IEventTransport
    {
        public List<string> Published { get; } = [];

        public TaskCompletionSource First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Exception? Fault { get; set; }

        /// <summary>Body of the one event that cannot be taken.</summary>
        public string? Poison { get; set; }

        /// <summary>What happens while an event is on its way.</summary>
        public Func<Task>? Publishing { get; set; }

        public async Task PublishAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken)
        {
            if (Fault is { } fault)
                throw fault;
            if (envelopes.Any(envelope => envelope.Json == Poison))
                throw new FormatException();
            if (Publishing is { } publishing)
                await publishing();
            lock (Published)
                Published.AddRange(envelopes.Select(envelope => envelope.Json));
            First.TrySetResult();
        }
    }

    private sealed class HangingReplies : IOutboxHandler
    {
        public OutboxKind Kind => OutboxKind.Show;

        public int MostRows => 1;

        public async Task<IReadOnlyList<OutboxResult>> HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return [new OutboxResult.Done()];
        }
    }

    private sealed class CrashingCheckpoints : ICheckpoints
    {
        public Checkpoint? CrashAt { get; set; }

        public void Reached(Checkpoint checkpoint)
        {
            if (checkpoint == CrashAt)
                throw new CrashException();
        }
    }

    private sealed class CrashException : Exception;
}
