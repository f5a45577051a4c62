using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using Senim.Routing.Storage;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.Desk;

public sealed class QueuesAndStaff
{
    private const string Taraz = "311000000";
    private const string Password = "кең дала, биік тау";

    private static StaffScope Officer { get; } = new("aigerim", StaffRole.Officer, Taraz);

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_signal_is_heard_of_once_and_taken_by_one(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var envelope = Envelope(Heard(world));
        await HearAsync(world, envelope);
        await HearAsync(world, envelope);
        var desk = world.Get<IQueueDesk>();
        var page = await desk.ListAsync(Officer, new QueueQuery(), default);
        var line = Assert.Single(page.Lines);
        Assert.Equal(new QueueCounts(1, 1, page.Counts.Late, 1), page.Counts);
        Assert.Equal((DateTimeKind.Utc, Rows.Morning), (line.ReceivedUtc.Kind, line.ReceivedUtc));

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            desk.AcknowledgeAsync(Officer with { StaffId = $"officer{i}" }, line.ItemId, default))));
        Assert.Single(taken.OfType<AcknowledgeOutcome.Done>());
        await using var db = world.OpenRouting();
        var item = await db.Items.SingleAsync();
        var holder = Officer with { StaffId = item.AcknowledgedBy! };
        Assert.IsType<CloseOutcome.CallNotTold>(await desk.CloseAsync(holder, item.Id, CaseOutcome.HelpGiven, item.SignalVersion, default));
        await using var signals = world.OpenIntake();
        Assert.Empty(await signals.CaseNotes.ToListAsync());
        Assert.Equal(2, await db.Outbox.CountAsync());
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Versions_that_arrive_at_once_make_one_item(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        await using var other = world.Another();
        var first = Heard(world);
        var versions = Enumerable.Range(1, 8).Select(version => Envelope(first with { Version = version, HasNewWords = version > 1 })).ToList();
        await Task.WhenAll(versions.SelectMany(envelope => new[] { world, other }.Select(node => Task.Run(() => HearAsync(node, envelope)))));
        await using var db = world.OpenRouting();
        var item = await db.Items.Include(known => known.History).SingleAsync();
        Assert.Equal(8, item.SignalVersion);
        Assert.Equal(8, await db.Inbox.CountAsync());
        Assert.Equal(8, item.History.Count(row => row.Action is QueueAction.Received or QueueAction.Added or QueueAction.OlderArrived));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Each_outbox_is_emptied_in_its_order_by_whichever_node_comes(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        await using var other = world.Another();
        var rows = Enumerable.Range(0, 100).Select(_ => Rows.Owed()).ToList();
        await world.Turns.CommitAsync([Rows.First(Rows.Key(1)) with { Outbox = rows }], [], default);
        await HearAsync(world, Envelope(Heard(world)));

        await Task.WhenAll(new[] { world, other }.Select(node => Task.Run(async () =>
        {
            while (await node.Sweep<IntakeDb>().SweepAsync(EventLane.Other, OutboxKind.Event, default) > 0)
            {
            }
        })));
        Assert.Equal(1, await world.Sweep<RoutingDb>().SweepAsync(EventLane.Emergency, OutboxKind.Event, default));
        await using var intake = world.OpenIntake();
        await using var routing = world.OpenRouting();
        Assert.Empty(await intake.Outbox.ToListAsync());
        Assert.Empty(await routing.Outbox.ToListAsync());
        var published = world.Published.Events.Concat(other.Published.Events).Where(envelope => envelope.Type == "tested").Select(envelope => envelope.Id);
        Assert.Equal(rows.Select(row => row.MessageId).Order(), published.Order());
        await world.Sweep<IntakeDb>().ResumeAsync(default);
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task The_newest_step_of_staff_is_kept(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var told = new ProgressEvent { SignalId = Guid.NewGuid(), Version = 2, Stage = SignalStage.Seen, OccurredUtc = Rows.Morning, NextDueUtc = Rows.Morning.AddDays(1) };
        foreach (var step in new[] { told, told with { Version = 1, Stage = SignalStage.Waiting }, told with { Version = 3, NextDueUtc = null } })
        {
            await HearAsync(world, new EventEnvelope(
                Guid.NewGuid(), ProgressEvent.Progressed, EventLane.Other, "none", Rows.Morning, JsonSerializer.Serialize(step, IntakeJson.Default.ProgressEvent)));
        }

        await using var db = world.OpenIntake();
        var row = await db.Progress.SingleAsync();
        Assert.Equal((3, SignalStage.Seen, null, Rows.Morning), (row.Version, row.Stage, row.NextDueUtc, row.OccurredUtc));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Staff_have_accounts_with_their_names_as_they_write_them(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var member = new NewStaffMember("aigul", "Айгүл Әңғұқ", StaffRole.Officer, Taraz);
        Assert.IsType<StaffAccountOutcome.Done>(await AccountsAsync(world, accounts => accounts.AddAsync(member, Password, default)));
        Assert.IsType<StaffAccountOutcome.Refused>(await AccountsAsync(world, accounts => accounts.AddAsync(member, Password, default)));
        Assert.IsType<StaffAccountOutcome.Done>(await AccountsAsync(world, accounts => accounts.ResetPasswordAsync("AIGUL", Password + "2", default)));
        Assert.IsType<StaffAccountOutcome.Unknown>(await AccountsAsync(world, accounts => accounts.ResetPasswordAsync("nobody", Password, default)));
        await using var scope = world.Scope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var account = (await members.FindByNameAsync("Aigul"))!;
        Assert.Equal(member.DisplayName, account.DisplayName);
        Assert.True(await members.CheckPasswordAsync(account, Password + "2"));

        // A lock is counted in an offset, which is stored like every other time.
        await members.SetLockoutEndDateAsync(account, new DateTimeOffset(Rows.Morning.AddYears(50)));
        Assert.True(await members.IsLockedOutAsync((await members.FindByNameAsync("aigul"))!));
    }

    private static async Task<StaffAccountOutcome> AccountsAsync(StorageWorld world, Func<IStaffAccounts, Task<StaffAccountOutcome>> work)
    {
        await using var scope = world.Scope();
        return await work(scope.ServiceProvider.GetRequiredService<IStaffAccounts>());
    }

    internal static async Task HearAsync(StorageWorld world, EventEnvelope envelope)
    {
        foreach (var consumer in world.Get<IEnumerable<IEventConsumer>>().Where(consumer => consumer.Types.Contains(envelope.Type)))
            await consumer.ConsumeAsync([envelope], default);
    }

    internal static SignalEvent Heard(StorageWorld world) => new()
    {
        SignalId = Guid.CreateVersion7(),
        Version = 1,
        Reference = "ABCD-1234",
        Channel = ChannelKind.Sms,
        Source = SignalSource.Child,
        Language = Language.Kk,
        Urgency = Urgency.Emergency,
        Categories = ["bullying"],
        PlaceCode = Taraz,
        Incomplete = false,
        Unparsed = false,
        HasNewWords = false,
        ReceivedUtc = Rows.Morning,
        ChangedUtc = Rows.Morning,
        Due = world.Get<IPromises>().For(Urgency.Emergency, Rows.Morning, Taraz),
    };

    internal static EventEnvelope Envelope(SignalEvent signal) => new(
        Guid.NewGuid(),
        signal.Version == 1 ? SignalEvent.Received : SignalEvent.Changed,
        EventLane.Emergency,
        "none.none.emergency",
        signal.ChangedUtc,
        JsonSerializer.Serialize(signal, IntakeJson.Default.SignalEvent));
}
