using Senim.Intake.Notes;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

/// <summary>A transfer is complete only when it is accepted.</summary>
public sealed class PassingToAnotherUnit : IAsyncLifetime
{
    private RoutingBench bench = null!;
    private SignalEvent signal = null!;

    public async Task InitializeAsync()
    {
        bench = await StartAsync();
        signal = bench.Signal(Urgency.Urgent);
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task What_is_passed_on_waits_in_the_other_queue_and_is_still_the_first_unit_s_to_read()
    {
        var item = await PassedOnAsync();

        Assert.Equal((QueueState.Transferred, Almaly, Taraz, CaseStep.Accept, Morning.AddHours(1)), (item.State, item.UnitCode, item.FromUnitCode, item.NextStep, item.NextDueUtc));
        Assert.Equal(3, item.StepRound);
        Assert.Equal(item.Id, Assert.Single((await bench.Desk.ListAsync(OfficerOfAlmaly, new QueueQuery(), default)).Lines).ItemId);
        var first = await bench.Desk.ListAsync(OfficerOfTaraz, new QueueQuery(), default);
        Assert.Equal((0, item.Id), (first.Total, Assert.Single(first.PassedOn).ItemId));
        Assert.NotNull(await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, default));
        Assert.NotNull(await bench.Desk.OpenAsync(LeadOfZhambyl, item.Id, default));
        Assert.Null(await bench.Desk.OpenAsync(new StaffScope("x", StaffRole.Officer, ZhambylDistrict), item.Id, default));
    }

    [Fact]
    public async Task Once_accepted_it_is_the_other_unit_s_and_gone_from_the_first()
    {
        var item = await PassedOnAsync();

        Assert.IsType<StepOutcome.Done>(await bench.StepAsync(item, OfficerOfAlmaly, new StaffStep.Accept { Id = Guid.NewGuid() }));

        var accepted = await bench.ItemAsync(signal);
        Assert.Equal((QueueState.Acknowledged, Almaly, "daniyar", null, CaseStep.Visit), (accepted.State, accepted.UnitCode, accepted.AcknowledgedBy, accepted.FromUnitCode, accepted.NextStep));
        Assert.Null(await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, default));
        Assert.Empty((await bench.Desk.ListAsync(OfficerOfTaraz, new QueueQuery(), default)).PassedOn);
    }

    [Fact]
    public async Task Taking_it_is_accepting_it_but_not_for_the_one_who_passes_it_on()
    {
        var item = await PassedOnAsync(NationalDesk);

        Assert.IsType<AcknowledgeOutcome.NeedsOther>(await bench.Desk.AcknowledgeAsync(NationalDesk, item.Id, default));
        Assert.IsType<StepOutcome.NeedsOther>(await bench.StepAsync(item, NationalDesk, new StaffStep.Accept { Id = Guid.NewGuid() }));
        Assert.IsType<AcknowledgeOutcome.Done>(await bench.Desk.AcknowledgeAsync(OfficerOfAlmaly, item.Id, default));
        Assert.True((await bench.ItemAsync(signal)).IsPlacedByStaff);
    }

    [Fact]
    public async Task Refused_it_returns_and_nobody_has_it()
    {
        var item = await PassedOnAsync();

        Assert.IsType<StepOutcome.NeedsWords>(await bench.StepAsync(item, OfficerOfAlmaly, new StaffStep.Refuse { Id = Guid.NewGuid() }));
        Assert.IsType<StepOutcome.Done>(await bench.StepAsync(item, OfficerOfAlmaly, new StaffStep.Refuse { Id = Guid.NewGuid(), Note = new CaseNote("школа в Таразе") }));

        var back = await bench.ItemAsync(signal);
        Assert.Equal((QueueState.New, Taraz, null, CaseStep.FirstLook, 4), (back.State, back.UnitCode, back.AcknowledgedBy, back.NextStep, back.StepRound));
        Assert.Null(await bench.Desk.OpenAsync(OfficerOfAlmaly, item.Id, default));
        Assert.Equal("школа в Таразе", (await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, default))!.History[^1].Note!.Text);
    }

    [Fact]
    public async Task Not_accepted_in_time_it_returns_once()
    {
        await PassedOnAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await bench.SweepAsync());
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await bench.SweepAsync());
        Assert.Equal(0, await bench.SweepAsync());

        var back = await bench.ItemAsync(signal);
        Assert.Equal((QueueState.New, Taraz, Morning.AddHours(2)), (back.State, back.UnitCode, back.NextDueUtc));
        Assert.Equal((QueueAction.TransferReturned, (string?)null), (back.History[^1].Action, back.History[^1].By));
    }

    [Fact]
    public async Task Whoever_passed_it_on_can_take_it_back_until_then()
    {
        var item = await PassedOnAsync();

        Assert.IsType<StepOutcome.Done>(await bench.StepAsync(item, OfficerOfTaraz, new StaffStep.TakeBack { Id = Guid.NewGuid() }));

        var back = await bench.ItemAsync(signal);
        Assert.Equal((QueueState.Acknowledged, Taraz, "aigerim"), (back.State, back.UnitCode, back.AcknowledgedBy));
        Assert.IsType<StepOutcome.NotFound>(await bench.StepAsync(item, OfficerOfAlmaly, new StaffStep.Accept { Id = Guid.NewGuid() }));
    }

    [Fact]
    public async Task Nothing_is_passed_to_a_unit_that_has_no_division_must_not_see_it_or_does_not_exist()
    {
        var recused = signal with { Recused = ["department"] };
        var item = await bench.AcknowledgedAsync(recused, LeadOfZhambyl);
        await bench.Get<IDepartments>().SetLiveAsync(Almaly, false, default);

        foreach (var unit in new[] { Almaly, Taraz, Zhambyl, "999999999" })
            Assert.IsType<StepOutcome.Unfit>(await bench.StepAsync(item, LeadOfZhambyl, new StaffStep.Transfer(unit) { Id = Guid.NewGuid(), Note = new CaseNote("не наш") }));
    }

    [Fact]
    public async Task What_comes_back_to_a_unit_that_must_not_see_it_any_more_goes_above_it()
    {
        await PassedOnAsync();
        await bench.HearAsync(bench.Next(signal) with { Recused = ["department"] });
        bench.Clock.Advance(TimeSpan.FromHours(1));

        await bench.SweepAsync();

        Assert.Equal((QueueState.New, Zhambyl), ((await bench.ItemAsync(signal)).State, (await bench.ItemAsync(signal)).UnitCode));
    }

    [Fact]
    public async Task What_staff_placed_stays_there_until_the_reporter_names_another_place()
    {
        var item = await PassedOnAsync();
        await bench.Desk.AcknowledgeAsync(OfficerOfAlmaly, item.Id, default);
        await bench.StepAsync(item, OfficerOfAlmaly, new StaffStep.HandBack { Id = Guid.NewGuid() });
        var next = bench.Next(signal);

        Assert.Equal(Almaly, (await bench.HearAsync(next)).UnitCode);
        await bench.Get<IDepartments>().SetLiveAsync(Taraz, true, default);
        Assert.Equal(Almaly, (await bench.ItemAsync(signal)).UnitCode);
        Assert.Equal(ZhambylDistrict, (await bench.HearAsync(bench.Next(next, place: ZhambylDistrict))).UnitCode);
    }

    [Fact]
    public async Task Both_units_hear_when_it_is_accepted()
    {
        var item = await PassedOnAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var heard = bench.Get<IQueueChanges>().Subscribe(OfficerOfTaraz, stop.Token).GetAsyncEnumerator(stop.Token);

        await bench.StepAsync(item, OfficerOfAlmaly, new StaffStep.Accept { Id = Guid.NewGuid() });

        Assert.True(await heard.MoveNextAsync());
    }

    private async Task<QueueItem> PassedOnAsync(StaffScope? by = null)
    {
        var item = await bench.AcknowledgedAsync(signal, by);
        Assert.IsType<StepOutcome.Done>(await bench.StepAsync(item, by ?? OfficerOfTaraz, new StaffStep.Transfer(Almaly) { Id = Guid.NewGuid(), Note = new CaseNote("живёт там") }));
        return await bench.ItemAsync(signal);
    }
}
