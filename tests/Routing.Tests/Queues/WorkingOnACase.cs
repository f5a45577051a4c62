using Senim.Intake.Notes;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

/// <summary>Between taking a case and closing it.</summary>
public sealed class WorkingOnACase : IAsyncLifetime
{
    private static readonly StaffScope Other = OfficerOfTaraz with { StaffId = "yerlan" };

    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task From_taking_to_closing_each_step_starts_the_clock_of_the_next_and_is_told_to_the_reporter()
    {
        var signal = bench.Signal(Urgency.Urgent);
        var item = await bench.AcknowledgedAsync(signal);
        var planned = Morning.AddHours(30);
        Assert.IsType<StepOutcome.Done>(await TakeAsync(item, new StaffStep.Begin { Id = Guid.NewGuid() }));
        Assert.Equal((QueueState.InProgress, CaseStep.Visit, signal.Due.VisitUtc!.Value), Stands(await bench.ItemAsync(signal)));

        // Promised for tomorrow at ten; a later day does not put that off.
        Assert.IsType<StepOutcome.Done>(await TakeAsync(item, new StaffStep.PlanVisit(planned) { Id = Guid.NewGuid() }));
        Assert.Equal((QueueState.VisitPlanned, CaseStep.Visit, signal.Due.VisitUtc!.Value), Stands(await bench.ItemAsync(signal)));
        Assert.IsType<StepOutcome.Done>(await TakeAsync(item, new StaffStep.RecordVisit { Id = Guid.NewGuid(), Note = new CaseNote("были дома") }));
        Assert.Equal((QueueState.Visited, CaseStep.Close, signal.Due.CloseUtc), Stands(await bench.ItemAsync(signal)));
        Assert.IsType<StepOutcome.Done>(await TakeAsync(item, new StaffStep.Plan(planned) { Id = Guid.NewGuid(), Note = new CaseNote("психолог по вторникам") }));
        Assert.Equal((QueueState.Visited, CaseStep.Close, planned), Stands(await bench.ItemAsync(signal)));
        Assert.IsType<CloseOutcome.Done>(await bench.Desk.CloseAsync(OfficerOfTaraz, item.Id, CaseOutcome.HelpGiven, 1, default));

        Assert.Equal(
            [SignalStage.Waiting, SignalStage.Seen, SignalStage.InWork, SignalStage.VisitPlanned, SignalStage.Visited, SignalStage.Visited, SignalStage.Closed],
            (await bench.ToldToReporterAsync(signal)).Select(step => step.Stage));
    }

    [Fact]
    public async Task A_colleague_who_is_named_has_it_and_is_waited_for()
    {
        var colleague = await bench.AddStaffAsync("aigul", "Айгүл Серікқызы");
        var signal = bench.Signal();
        var item = await bench.HearAsync(signal);

        Assert.IsType<StepOutcome.Done>(await TakeAsync(item, new StaffStep.Name(colleague.StaffId) { Id = Guid.NewGuid() }));

        var named = await bench.ItemAsync(signal);
        Assert.Equal((QueueState.Acknowledged, CaseStep.Assigned, signal.Due.AssignedUtc), Stands(named));
        Assert.Equal((colleague.StaffId, 2), (named.AcknowledgedBy, named.StepRound));
        Assert.Equal("Айгүл Серікқызы", (await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, default))!.History[^1].To);
        Assert.IsType<StepOutcome.Done>(await bench.StepAsync(item, colleague, new StaffStep.Begin { Id = Guid.NewGuid() }));
        Assert.Equal((QueueState.InProgress, CaseStep.Visit, signal.Due.VisitUtc!.Value), Stands(await bench.ItemAsync(signal)));
    }

    [Fact]
    public async Task Only_somebody_of_the_unit_who_can_sign_in_is_named()
    {
        var item = await bench.AcknowledgedAsync(bench.Signal());
        var stranger = await bench.AddStaffAsync("dana", "Дана", unit: Almaly);

        Assert.IsType<StepOutcome.Unfit>(await TakeAsync(item, new StaffStep.Name(stranger.StaffId) { Id = Guid.NewGuid() }));
        Assert.IsType<StepOutcome.Unfit>(await TakeAsync(item, new StaffStep.Name("nobody") { Id = Guid.NewGuid() }));
        Assert.Empty(await bench.Cases.ListColleaguesAsync(OfficerOfTaraz, item.Id, default));
    }

    [Fact]
    public async Task What_is_handed_back_is_new_and_the_first_look_is_due_again()
    {
        var signal = bench.Signal(Urgency.Urgent);
        var item = await bench.AcknowledgedAsync(signal);
        bench.Clock.Advance(TimeSpan.FromHours(5));

        Assert.IsType<StepOutcome.Done>(await TakeAsync(item, new StaffStep.HandBack { Id = Guid.NewGuid() }));

        var back = await bench.ItemAsync(signal);
        Assert.Equal((QueueState.New, CaseStep.FirstLook, Morning.AddHours(6)), Stands(back));
        Assert.Equal((null, 3, signal.Due.VisitUtc), (back.AcknowledgedBy, back.StepRound, back.VisitDueUtc));

        // More words do not bring the times back that the signal had at first.
        Assert.Equal(Morning.AddHours(6), (await bench.HearAsync(bench.Next(signal))).NextDueUtc);
    }

    [Fact]
    public async Task Of_two_who_act_at_once_one_wins_and_the_other_is_told_who()
    {
        var winner = await bench.AddStaffAsync("aigul", "Айгүл Серікқызы");
        var item = await bench.AcknowledgedAsync(bench.Signal(), winner);
        await bench.StepAsync(item, winner, new StaffStep.HandBack { Id = Guid.NewGuid() });
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        var late = await bench.StepAsync(item, Other, new StaffStep.PlanVisit(Morning.AddDays(1)) { Id = Guid.NewGuid() });

        Assert.Equal(new StepOutcome.Overtaken("Айгүл Серікқызы", Morning, QueueAction.HandedBack), late);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_step()
    {
        var signal = bench.Signal();
        var item = await bench.AcknowledgedAsync(signal);
        var step = new StaffStep.Refer(ReferralBody.Police) { Id = Guid.NewGuid(), Note = new CaseNote("передали рапорт") { Reference = "КУИ 17" } };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TakeAsync(item, step))));

        Assert.All(outcomes, outcome => Assert.IsType<StepOutcome.Done>(outcome));
        var line = Assert.Single((await bench.ItemAsync(signal)).History, row => row.Action == QueueAction.Referred);
        Assert.Equal(("Police", "aigerim", step.Id), (line.To, line.By, line.StepId));
        Assert.Equal("КУИ 17", (await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, default))!.History[^1].Note!.Reference);
    }

    [Fact]
    public async Task A_step_that_says_nothing_without_words_needs_them_and_keeps_none_when_it_cannot_be()
    {
        var item = await bench.AcknowledgedAsync(bench.Signal());
        Assert.IsType<StepOutcome.NeedsWords>(await TakeAsync(item, new StaffStep.Refer(ReferralBody.School) { Id = Guid.NewGuid() }));
        Assert.IsType<StepOutcome.NeedsWords>(await TakeAsync(item, new StaffStep.RecordVisit { Id = Guid.NewGuid(), Note = new CaseNote("  ") }));
        Assert.IsType<StepOutcome.Unfit>(await TakeAsync(item, new StaffStep.Plan(Morning) { Id = Guid.NewGuid(), Note = new CaseNote("вчера") }));
        Assert.Empty(bench.Notes.All);

        bench.Notes.IsErased = true;
        Assert.IsType<StepOutcome.Erased>(await TakeAsync(item, new StaffStep.Write { Id = Guid.NewGuid(), Note = new CaseNote("поздно") }));
    }

    [Fact]
    public async Task Whatever_is_possible_can_be_done_and_nothing_else()
    {
        foreach (var kind in Enum.GetValues<StaffStepKind>().Where(kind => kind != StaffStepKind.Close))
        {
            var item = await bench.AcknowledgedAsync(bench.Signal());
            var possible = (await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, default))!.Possible;
            Assert.Equal(possible.Contains(kind), await TakeAsync(item, Any(kind)) is StepOutcome.Done);
        }
    }

    private static StaffStep Any(StaffStepKind kind)
    {
        var (id, note) = (Guid.NewGuid(), new CaseNote("коротко"));
        return kind switch
        {
            StaffStepKind.Begin => new StaffStep.Begin { Id = id },
            StaffStepKind.Name => new StaffStep.Name("aigerim") { Id = id },
            StaffStepKind.HandBack => new StaffStep.HandBack { Id = id, Note = note },
            StaffStepKind.PlanVisit => new StaffStep.PlanVisit(Morning.AddDays(1)) { Id = id, Note = note },
            StaffStepKind.RecordVisit => new StaffStep.RecordVisit { Id = id, Note = note },
            StaffStepKind.Plan => new StaffStep.Plan(Morning.AddDays(1)) { Id = id, Note = note },
            StaffStepKind.Refer => new StaffStep.Refer(ReferralBody.Health) { Id = id, Note = note },
            StaffStepKind.Write => new StaffStep.Write { Id = id, Note = note },
            StaffStepKind.TellCall => new StaffStep.TellCall { Id = id, Note = note },
            StaffStepKind.Transfer => new StaffStep.Transfer(Almaly) { Id = id, Note = note },
            StaffStepKind.Accept => new StaffStep.Accept { Id = id },
            StaffStepKind.Refuse => new StaffStep.Refuse { Id = id, Note = note },
            StaffStepKind.TakeBack => new StaffStep.TakeBack { Id = id },
            StaffStepKind.ConfirmClosing => new StaffStep.ConfirmClosing(1) { Id = id },
            StaffStepKind.DeclineClosing => new StaffStep.DeclineClosing { Id = id, Note = note },
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private Task<StepOutcome> TakeAsync(QueueItem item, StaffStep step) => bench.StepAsync(item, OfficerOfTaraz, step);

    private static (QueueState, CaseStep, DateTime) Stands(QueueItem item) => (item.State, item.NextStep, item.NextDueUtc);
}
