using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Senim.Intake.Notes;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using Senim.Storage.Tests.Questions;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.Desk;

/// <summary>A case from its signal to its end, with what staff write about it beside the signal.</summary>
public sealed class WorkOnCases
{
    private const string Taraz = "311000000";
    private const string Almaly = "751110000";

    private static StaffScope Officer { get; } = new("aigerim", StaffRole.Officer, Taraz);

    private static StaffScope Other { get; } = new("yerlan", StaffRole.Officer, Taraz);

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task An_emergency_is_closed_by_two_and_its_notes_lie_sealed_with_the_signal(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var (item, signal) = await CaseAsync(world, Urgency.Emergency);
        var call = new CaseNote(null) { Reference = "17", Call = new EmergencyCall("102", Rows.Morning, Rows.Words) };
        Assert.IsType<StepOutcome.Done>(await TakeAsync(world, Officer, item, new StaffStep.TellCall { Id = Guid.NewGuid(), Note = call }));
        Assert.IsType<StepOutcome.Done>(await TakeAsync(world, Officer, item, new StaffStep.RecordVisit { Id = Guid.NewGuid(), Note = new CaseNote(Rows.Words) }));
        Assert.IsType<CloseOutcome.Asked>(await world.Get<IQueueDesk>().CloseAsync(Officer, item, CaseOutcome.HelpGiven, 1, default));

        var confirm = new StaffStep.ConfirmClosing(1) { Id = Guid.NewGuid() };
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TakeAsync(world, Other, item, confirm))));

        Assert.All(outcomes, outcome => Assert.IsType<StepOutcome.Done>(outcome));
        var file = (await world.Get<IQueueDesk>().OpenAsync(Officer, item, default))!;
        Assert.Equal(QueueState.Closed, file.Line.State);
        Assert.Single(file.History, line => line.Action == QueueAction.Closed);
        Assert.Equal([call, new CaseNote(Rows.Words)], file.History.Select(line => line.Note).OfType<CaseNote>());
        await using var db = world.OpenIntake();
        var rows = await db.CaseNotes.ToListAsync();
        Assert.All(rows, row => Assert.Equal((signal.Value, "aigerim", -1), (row.SignalId, row.WrittenBy, row.Content.AsSpan().IndexOf("102"u8))));

        // The key of the signal goes, and with it all that was written about it.
        await db.DataKeys.ExecuteDeleteAsync();
        Assert.All((await world.Get<IQueueDesk>().OpenAsync(Officer, item, default))!.History, line => Assert.Null(line.Note));
        Assert.Equal(2, await world.Get<IEnumerable<IHostedService>>().OfType<ErasedSweep>().Single().RunAsync(default));
        Assert.IsType<StepOutcome.Erased>(await TakeAsync(world, Officer, item, new StaffStep.Write { Id = Guid.NewGuid(), Note = new CaseNote("поздно") }));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task What_is_passed_on_is_read_by_both_and_returns_when_nobody_accepts_it(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        await using var other = world.Another();
        var (item, _) = await CaseAsync(world, Urgency.Urgent);
        await TakeAsync(world, Officer, item, new StaffStep.Transfer(Almaly) { Id = Guid.NewGuid(), Note = new CaseNote(Rows.Words) });
        var there = Officer with { UnitCode = Almaly };
        Assert.Single((await world.Get<IQueueDesk>().ListAsync(there, new QueueQuery(), default)).Lines);
        Assert.Single((await world.Get<IQueueDesk>().ListAsync(Officer, new QueueQuery(), default)).PassedOn);
        Assert.Empty(await world.Get<ICaseDesk>().ListColleaguesAsync(there, item, default));

        // Its time was over long ago: the clock of these nodes is the real one.
        await using var db = world.OpenRouting();
        await db.Items.ExecuteUpdateAsync(set => set.SetProperty(known => known.WatchUtc, Rows.Morning.AddYears(-1)));
        await Task.WhenAll(new[] { world, other }.Select(node => Task.Run(() => Sweep(node).SweepAsync(default))));

        var back = await db.Items.Include(known => known.History).SingleAsync();
        Assert.Equal((QueueState.New, Taraz, null), (back.State, back.UnitCode, back.FromUnitCode));
        Assert.Single(back.History, row => row.Action == QueueAction.TransferReturned);
    }

    private static StepSweep Sweep(StorageWorld world) => world.Get<IEnumerable<IHostedService>>().OfType<StepSweep>().Single();

    private static Task<StepOutcome> TakeAsync(StorageWorld world, StaffScope scope, Guid item, StaffStep step) =>
        world.Get<ICaseDesk>().TakeAsync(scope, item, step, default);

    /// <returns>The id of the item of a signal that the officer has taken.</returns>
    private static async Task<(Guid Item, SignalId Signal)> CaseAsync(StorageWorld world, Urgency urgency)
    {
        var (_, signal, _) = await AskingAndAnswering.SignalAsync(world);
        var told = QueuesAndStaff.Heard(world) with { SignalId = signal.Value, Urgency = urgency };
        await QueuesAndStaff.HearAsync(world, QueuesAndStaff.Envelope(told));
        await using var db = world.OpenRouting();
        var item = (await db.Items.SingleAsync()).Id;
        Assert.IsType<AcknowledgeOutcome.Done>(await world.Get<IQueueDesk>().AcknowledgeAsync(Officer, item, default));
        return (item, signal);
    }
}
