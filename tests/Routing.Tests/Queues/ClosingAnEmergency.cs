using Senim.Intake.Notes;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

/// <summary>An emergency: who was called is said first, and one person alone does not close it.</summary>
public sealed class ClosingAnEmergency : IAsyncLifetime
{
    private static readonly StaffScope Other = OfficerOfTaraz with { StaffId = "yerlan" };

    private RoutingBench bench = null!;
    private SignalEvent signal = null!;

    public async Task InitializeAsync()
    {
        bench = await StartAsync();
        signal = bench.Signal(Urgency.Emergency);
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Who_was_called_is_owed_from_the_taking_on_and_kept_sealed()
    {
        var item = await bench.AcknowledgedAsync(signal);
        Assert.True((await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, default))!.Line.IsCallOwed);
        Assert.IsType<CloseOutcome.CallNotTold>(await bench.Desk.CloseAsync(OfficerOfTaraz, item.Id, CaseOutcome.HelpGiven, 1, default));
        Assert.IsType<StepOutcome.NeedsWords>(await bench.StepAsync(item, OfficerOfTaraz, new StaffStep.TellCall { Id = Guid.NewGuid() }));

        var call = new EmergencyCall("102", Morning, "Айгерим");
        await bench.StepAsync(item, OfficerOfTaraz, new StaffStep.TellCall { Id = Guid.NewGuid(), Note = new CaseNote(null) { Reference = "17", Call = call } });

        var file = (await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, default))!;
        Assert.False(file.Line.IsCallOwed);
        Assert.Equal((QueueAction.HelpCalled, call, "17"), (file.History[^1].Action, file.History[^1].Note!.Call, file.History[^1].Note!.Reference));
    }

    [Fact]
    public async Task It_may_be_said_why_nobody_was_called()
    {
        var item = await bench.AcknowledgedAsync(signal);

        await bench.StepAsync(item, OfficerOfTaraz, new StaffStep.TellCall { Id = Guid.NewGuid(), Note = new CaseNote("ребёнок уже у врача") });

        Assert.Equal(QueueAction.HelpNotCalled, (await bench.ItemAsync(signal)).History[^1].Action);
        Assert.False((await bench.ItemAsync(signal)).IsCallOwed);
    }

    [Fact]
    public async Task Nothing_is_owed_of_what_is_less_than_an_emergency_until_it_is_raised()
    {
        var urgent = bench.Signal(Urgency.Urgent);
        Assert.False((await bench.AcknowledgedAsync(urgent)).IsCallOwed);
        Assert.True((await bench.HearAsync(bench.Next(urgent, Urgency.Emergency))).IsCallOwed);
    }

    [Fact]
    public async Task One_asks_and_another_one_closes()
    {
        var item = await AskedAsync();
        Assert.Equal((QueueState.ClosingAsked, CaseStep.Confirm, Morning.AddHours(4)), (item.State, item.NextStep, item.NextDueUtc));
        Assert.IsType<StepOutcome.NeedsOther>(await bench.StepAsync(item, OfficerOfTaraz, new StaffStep.ConfirmClosing(1) { Id = Guid.NewGuid() }));
        Assert.Equal("aigerim", Assert.IsType<CloseOutcome.Asked>(await bench.Desk.CloseAsync(Other, item.Id, CaseOutcome.Test, 1, default)).By);

        Assert.IsType<StepOutcome.Done>(await bench.StepAsync(item, Other, new StaffStep.ConfirmClosing(1) { Id = Guid.NewGuid() }));

        var closed = await bench.ItemAsync(signal);
        Assert.Equal((QueueState.Closed, "yerlan", "aigerim", CaseOutcome.HelpGiven), (closed.State, closed.ClosedBy, closed.ClosingAskedBy, closed.Outcome));
    }

    [Fact]
    public async Task Declined_it_goes_on()
    {
        var item = await AskedAsync();

        Assert.IsType<StepOutcome.Done>(await bench.StepAsync(item, LeadOfZhambyl, new StaffStep.DeclineClosing { Id = Guid.NewGuid(), Note = new CaseNote("дома не были") }));

        var back = await bench.ItemAsync(signal);
        Assert.Equal((QueueState.InProgress, CaseStep.Visit, "aigerim", null), (back.State, back.NextStep, back.AcknowledgedBy, back.Outcome));
        Assert.IsType<StepOutcome.Overtaken>(await bench.StepAsync(item, Other, new StaffStep.ConfirmClosing(1) { Id = Guid.NewGuid() }));
    }

    [Fact]
    public async Task Words_of_the_reporter_end_the_asking()
    {
        var item = await AskedAsync();
        var next = bench.Next(signal);

        var after = await bench.HearAsync(next);

        Assert.Equal((QueueState.InProgress, QueueAction.ClosingDropped), (after.State, after.History[^1].Action));
        Assert.IsType<CloseOutcome.ChangedMeanwhile>(await bench.Desk.CloseAsync(OfficerOfTaraz, item.Id, CaseOutcome.HelpGiven, 1, default));
        Assert.IsType<CloseOutcome.Asked>(await bench.Desk.CloseAsync(OfficerOfTaraz, item.Id, CaseOutcome.HelpGiven, 2, default));
        Assert.IsType<StepOutcome.ChangedMeanwhile>(await bench.StepAsync(item, Other, new StaffStep.ConfirmClosing(1) { Id = Guid.NewGuid() }));
    }

    [Fact]
    public async Task A_unit_that_must_not_see_it_any_more_does_not_close_it()
    {
        var item = await AskedAsync();

        var after = await bench.HearAsync(bench.Next(signal) with { Recused = ["department"] });

        Assert.Equal((QueueState.Reopened, Zhambyl, null), (after.State, after.UnitCode, after.Outcome));
        Assert.IsType<StepOutcome.NotFound>(await bench.StepAsync(item, Other, new StaffStep.ConfirmClosing(2) { Id = Guid.NewGuid() }));
    }

    private async Task<QueueItem> AskedAsync()
    {
        var item = await bench.AcknowledgedAsync(signal);
        await bench.StepAsync(item, OfficerOfTaraz, new StaffStep.TellCall { Id = Guid.NewGuid(), Note = new CaseNote("ребёнок уже у врача") });
        Assert.IsType<CloseOutcome.Asked>(await bench.Desk.CloseAsync(OfficerOfTaraz, item.Id, CaseOutcome.HelpGiven, 1, default));
        return await bench.ItemAsync(signal);
    }
}
