using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Ladder;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Ladder;

/// <summary>Morning is 10:00 of a Thursday; a working day ends at 18:30.</summary>
public sealed class ClimbingTheLadder : IAsyncLifetime
{
    private RoutingBench bench = null!;
    private StaffScope officer = null!;
    private StaffScope head = null!;
    private StaffScope lead = null!;
    private StaffScope national = null!;

    public async Task InitializeAsync()
    {
        bench = await StartAsync();
        officer = await bench.StaffAsync("officer", StaffRole.Officer, Taraz);
        head = await bench.StaffAsync("head", StaffRole.Officer, Taraz);
        lead = await bench.StaffAsync("lead", StaffRole.RegionalLead, Zhambyl);
        national = await bench.StaffAsync("national", StaffRole.National, National);
        await ChangeAsync(new DutyChange.SetHead(head.StaffId));
        await ChangeAsync(new DutyChange.AddShift(officer.StaffId, (DutyDays)255, new TimeOnly(0, 0), new TimeOnly(0, 0)));
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task An_Emergency_climbs_from_its_arrival_until_everyone_was_alerted_and_no_further()
    {
        await bench.HearAsync(bench.Signal(Urgency.Emergency));

        Assert.Equal("officer", await AfterAsync(0));
        Assert.Equal("", await AfterAsync(4.9));
        Assert.Equal("head", await AfterAsync(5));
        Assert.Equal("", await AfterAsync(14.9));
        Assert.Equal("lead", await AfterAsync(15));
        Assert.Equal("", await AfterAsync(29.9));
        Assert.Equal("national", await AfterAsync(30));
        Assert.Equal("", await AfterAsync(600));
        Assert.DoesNotContain(bench.Alerts.Added, alert => alert.ToOperator);
    }

    [Fact]
    public async Task Whoever_takes_it_ends_the_climb()
    {
        var item = await bench.HearAsync(bench.Signal(Urgency.Emergency));
        Assert.Equal("officer", await AfterAsync(0));

        await bench.Desk.AcknowledgeAsync(officer, item.Id, default);

        Assert.Equal("", await AfterAsync(14));
    }

    [Fact]
    public async Task The_history_says_who_was_alerted_when()
    {
        var signal = bench.Signal(Urgency.Emergency);
        await bench.HearAsync(signal);
        await AfterAsync(0);
        await AfterAsync(5);

        Assert.Equal(
            [(QueueAction.Received, Morning), (QueueAction.AlertedOfficer, Morning), (QueueAction.AlertedHead, Morning.AddMinutes(5))],
            (await bench.ItemAsync(signal)).History.Select(row => (row.Action, row.AtUtc)));
    }

    [Fact]
    public async Task A_level_with_nobody_is_passed_over_in_the_same_second_and_the_history_says_so()
    {
        await ChangeAsync(new DutyChange.SetHead(null));
        await ChangeAsync(new DutyChange.AddAbsence(officer.StaffId, null, Morning, Morning.AddDays(1)));
        var signal = bench.Signal(Urgency.Emergency);
        await bench.HearAsync(signal);

        Assert.Equal("lead", await AfterAsync(0));
        Assert.Equal("", await AfterAsync(29.9));
        Assert.Equal("national", await AfterAsync(30));
        Assert.Equal(
            [("Officer.NobodyOnDuty", Taraz), ("Head.NobodyOnDuty", Taraz), (null, Zhambyl), (null, National)],
            (await bench.ItemAsync(signal)).History.Skip(1).Select(row => (row.From, row.To!)));
    }

    [Fact]
    public async Task Whoever_has_no_confirmed_way_is_shown_it_at_the_desk_but_not_waited_for()
    {
        bench.Alerts.Unreachable.Add(officer.StaffId);
        var signal = bench.Signal(Urgency.Emergency);
        await bench.HearAsync(signal);

        Assert.Equal("officer head", await AfterAsync(0));
        Assert.Equal("Officer.NobodyReachable", (await bench.ItemAsync(signal)).History[1].From);
    }

    [Fact]
    public async Task If_no_level_has_anyone_the_national_desk_and_the_operator_are_alerted_together()
    {
        bench.Alerts.Unreachable.UnionWith([officer.StaffId, head.StaffId, lead.StaffId, national.StaffId]);
        var signal = bench.Signal(Urgency.Emergency);
        await bench.HearAsync(signal);

        Assert.Equal("officer head lead national national", await AfterAsync(0));
        var last = bench.Alerts.Added[^1];
        Assert.True(last.ToOperator);
        Assert.Equal([national.StaffId], last.StaffIds);
        Assert.Equal((QueueAction.AlertedEveryone, National), (await bench.ItemAsync(signal)).History[^1] is var row ? (row.Action, row.To) : default);
        Assert.Equal("", await AfterAsync(600));
    }

    [Fact]
    public async Task Other_levels_climb_from_the_missed_step_in_working_time()
    {
        await bench.HearAsync(bench.Signal());

        Assert.Equal("", await AfterAsync(8.5 * 60));
        Assert.Equal("officer", await AfterAsync(23 * 60));
        Assert.Equal("", await AfterAsync((24 * 60) - 0.1));
        Assert.Equal("head", await AfterAsync(24 * 60));
        Assert.Equal("lead", await AfterAsync(27 * 60));
    }

    [Fact]
    public async Task Urgent_ones_climb_round_the_clock()
    {
        bench.Clock.Advance(TimeSpan.FromHours(12));
        await bench.HearAsync(bench.Signal(Urgency.Urgent));

        Assert.Equal("", await AfterAsync((12 * 60) + 59.9));
        Assert.Equal("officer", await AfterAsync(13 * 60));
        Assert.Equal("head", await AfterAsync((13 * 60) + 15));
    }

    [Fact]
    public async Task A_rise_begins_the_climb_again_from_the_first_level_at_once()
    {
        var signal = bench.Signal();
        await bench.HearAsync(signal);
        bench.Clock.Advance(TimeSpan.FromMinutes(40));
        await bench.HearAsync(bench.Next(signal, Urgency.Emergency));

        Assert.Equal("officer", await AfterAsync(40));
        Assert.Equal("", await AfterAsync(44.9));
        Assert.Equal("head", await AfterAsync(45));
    }

    [Fact]
    public async Task After_a_time_without_any_node_everyone_who_is_due_is_alerted_at_once()
    {
        await bench.HearAsync(bench.Signal(Urgency.Emergency));

        Assert.Equal("officer head lead", await AfterAsync(20));
    }

    [Fact]
    public async Task Whoever_has_it_in_hand_is_alerted_of_the_next_missed_step_with_those_on_duty()
    {
        var signal = bench.Signal(Urgency.Emergency);
        var item = await bench.HearAsync(signal);
        await bench.Desk.AcknowledgeAsync(head, item.Id, default);
        var due = (await bench.ItemAsync(signal)).NextDueUtc;

        Assert.Equal("", await AfterAsync((due - Morning).TotalMinutes - 0.1));
        Assert.Equal("head officer", await AfterAsync((due - Morning).TotalMinutes));
    }

    [Fact]
    public async Task An_answer_to_the_alert_of_a_missed_step_ends_the_climb_of_that_round()
    {
        var signal = bench.Signal(Urgency.Emergency);
        var item = await bench.HearAsync(signal);
        await bench.Desk.AcknowledgeAsync(officer, item.Id, default);
        item = await bench.ItemAsync(signal);
        var due = (item.NextDueUtc - Morning).TotalMinutes;
        Assert.Equal("officer", await AfterAsync(due));

        bench.Alerts.Answered[(item.Id, item.StepRound)] = bench.Clock.NowUtc();

        Assert.Equal("", await AfterAsync(due + 600));
    }

    [Fact]
    public async Task People_of_a_recused_unit_are_alerted_nowhere()
    {
        var signal = bench.Signal(Urgency.Emergency) with { Recused = [Recusals.Department] };
        await bench.HearAsync(signal);

        Assert.Equal("lead national", await AfterAsync(600));
        Assert.Equal(Zhambyl, (await bench.ItemAsync(signal)).UnitCode);
    }

    [Fact]
    public async Task A_recused_region_is_passed_over()
    {
        var signal = bench.Signal(Urgency.Emergency, Zhambyl) with { Recused = [Recusals.Department] };
        await bench.HearAsync(signal);

        Assert.Equal("national", await AfterAsync(600));
    }

    [Fact]
    public async Task Many_who_look_at_once_take_each_step_once()
    {
        var item = await bench.HearAsync(bench.Signal(Urgency.Emergency));
        var climb = bench.Get<LadderClimb>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => climb.ClimbAsync(item.Id, default))));

        await using var db = await bench.OpenDbAsync();
        Assert.Equal(LadderLevel.Officer, (await db.LadderSteps.SingleAsync()).Level);
        Assert.Equal(1, await db.History.CountAsync(row => row.Action == QueueAction.AlertedOfficer));
    }

    [Fact]
    public async Task What_was_there_before_the_ladder_gets_one()
    {
        await bench.HearAsync(bench.Signal(Urgency.Emergency));
        await using (var db = await bench.OpenDbAsync())
            await db.Ladders.ExecuteDeleteAsync();
        Assert.Equal("", await AfterAsync(1));

        await bench.Sweep.TakeOverAsync(default);

        Assert.Equal("officer", await AfterAsync(1));
    }

    /// <summary>Who is alerted when so many minutes have gone by since the morning, in order.</summary>
    private async Task<string> AfterAsync(double minutes)
    {
        var before = bench.Alerts.Added.Count;
        bench.Clock.Advance(Morning.AddMinutes(minutes) - bench.Clock.NowUtc());
        await bench.Sweep.SweepAsync(default);
        var names = new Dictionary<string, string> { [officer.StaffId] = "officer", [head.StaffId] = "head", [lead.StaffId] = "lead", [national.StaffId] = "national" };
        return string.Join(' ', bench.Alerts.Added.Skip(before).SelectMany(alert => alert.StaffIds.Select(id => names[id]).Order(StringComparer.Ordinal)));
    }

    private async Task ChangeAsync(DutyChange change) =>
        Assert.IsType<DutyOutcome.Done>(await bench.Get<IDutyBook>().ChangeAsync(national, Taraz, change, default));
}
