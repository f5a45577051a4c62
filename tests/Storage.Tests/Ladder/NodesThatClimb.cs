using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Outbox;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Routing.Alerts;
using Senim.Routing.Departments;
using Senim.Routing.Ladder;
using Senim.Routing.Queues;
using Senim.Storage.Tests.TransactSql;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.Ladder;

/// <summary>Two nodes on one database: each step of each case is taken once, whoever takes it.</summary>
public sealed class NodesThatClimb
{
    private const int Cases = 12;

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Two_that_look_at_once_take_each_step_once(DatabaseProvider provider)
    {
        await using var world = await StartAsync(provider);
        await using var other = world.Another();

        await Task.WhenAll(new[] { world, other }.Select(node => Task.Run(() => EmptyAsync(node))));

        await AssertOnceAsync(world, LadderLevel.Officer);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task What_a_node_wrote_down_before_it_died_is_not_written_again(DatabaseProvider provider)
    {
        await using var world = await StartAsync(provider);
        await using var dying = world.Another(services => services.AddSingleton<ICheckpoints>(new Fatal(Checkpoint.LadderRecorded)));

        await Assert.ThrowsAsync<DiedException>(() => EmptyAsync(dying));
        await using (var db = world.OpenRouting())
            Assert.Equal(1, await db.LadderSteps.CountAsync());
        await EmptyAsync(world);

        await AssertOnceAsync(world, LadderLevel.Officer);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Nobody_anywhere_is_passed_over_up_to_the_operator_once(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        await using var other = world.Another();
        await HearAsync(world);

        await Task.WhenAll(new[] { world, other }.Select(node => Task.Run(() => EmptyAsync(node))));

        await AssertOnceAsync(world, LadderLevel.Officer, LadderLevel.Head, LadderLevel.Region, LadderLevel.National, LadderLevel.Everyone);
        await using var db = world.OpenRouting();
        Assert.False(await db.Ladders.AnyAsync(row => row.DueUtc != null));
    }

    private static async Task<StorageWorld> StartAsync(DatabaseProvider provider)
    {
        var world = await StorageWorld.StartAsync(provider);
        await using (var scope = world.Scope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<IStaffAccounts>();
            var officer = new NewStaffMember("officer", "Айгүл", StaffRole.Officer, Arguments.Taraz);
            var made = Assert.IsType<StaffAccountOutcome.Done>(await accounts.AddAsync(officer, "кең дала, биік тау", default));
            await using var db = world.OpenRouting();
            db.Add(new AlertAddressRow { StaffId = made.StaffId, Way = AlertWay.Desk, ConfirmedUtc = Rows.Morning });
            await db.SaveChangesAsync();
        }

        await HearAsync(world);
        return world;
    }

    private static async Task HearAsync(StorageWorld world)
    {
        var consumer = world.Get<IEnumerable<IEventConsumer>>().Single(known => known.Types.Contains(SignalEvent.Received));
        for (var i = 0; i < Cases; i++)
        {
            var signal = Arguments.Told with { SignalId = Guid.CreateVersion7() };
            await consumer.ConsumeAsync(
                [new EventEnvelope(Guid.NewGuid(), SignalEvent.Received, EventLane.Emergency, "none", Rows.Morning, JsonSerializer.Serialize(signal, IntakeJson.Default.SignalEvent))],
                default);
        }
    }

    private static async Task EmptyAsync(StorageWorld node)
    {
        while (await node.Get<LadderSweep>().SweepAsync(default) > 0)
        {
        }
    }

    private static async Task AssertOnceAsync(StorageWorld world, params LadderLevel[] levels)
    {
        await using var db = world.OpenRouting();
        var steps = (await db.LadderSteps.AsNoTracking().ToListAsync()).GroupBy(step => step.ItemId).ToList();
        Assert.Equal(Cases, steps.Count);
        Assert.All(steps, item => Assert.Equal(levels, item.Select(step => step.Level).Order()));
        var told = (await db.History.Select(row => row.Action).ToListAsync()).Count(action => action is >= QueueAction.AlertedOfficer and <= QueueAction.PassedOver);
        Assert.Equal(Cases * levels.Length, told);

        // By the desk to the one officer, whatever else is set up; where nobody is, nothing goes to staff.
        Assert.Equal(levels is [LadderLevel.Officer] ? Cases : 0, (await db.Alerts.ToListAsync()).Count(row => row.Way == AlertWay.Desk));
    }

    private sealed class DiedException : Exception;

    private sealed class Fatal(Checkpoint at) : ICheckpoints
    {
        public void Reached(Checkpoint checkpoint)
        {
            if (checkpoint == at)
                throw new DiedException();
        }
    }
}
