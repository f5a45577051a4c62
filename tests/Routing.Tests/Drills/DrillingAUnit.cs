using Senim.Intake;
using Senim.Intake.Promises;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Drills;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Drills;

public sealed class DrillingAUnit : IAsyncLifetime
{
    private static readonly DateOnly Week = new(2026, 11, 23);

    private RoutingBench bench = null!;
    private StaffScope officer = null!;
    private StaffScope colleague = null!;

    private IDrills Drills => bench.Get<IDrills>();

    private IWorkingHours Hours => bench.Get<IWorkingHours>();

    public async Task InitializeAsync()
    {
        bench = await StartAsync();
        officer = await bench.StaffAsync("aigerim", StaffRole.Officer, Taraz);
        colleague = await bench.StaffAsync("bolat", StaffRole.Officer, Taraz);
        bench.Clock.Advance(new DateTime(2026, 11, 22, 20, 0, 0, DateTimeKind.Utc) - Morning);
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Begins_once_a_week_and_alerts_those_on_duty()
    {
        Assert.Equal(0, await bench.Drill.SweepAsync(default));
        ToMoment(TimeSpan.FromMinutes(1));

        var begun = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => bench.Drill.SweepAsync(default))));

        Assert.Equal(1, begun.Sum());
        Assert.Equal(2, (await Drills.ListAsync(LeadOfZhambyl, Taraz, default))!.Single().People);
        Assert.All(bench.Alerts.Added, alert => Assert.Null(alert.Item));
    }

    [Fact]
    public async Task The_first_answer_counts_and_the_lead_sees_how_long_it_took()
    {
        ToMoment(TimeSpan.Zero);
        await bench.Drill.SweepAsync(default);
        var open = (await Drills.FindOpenAsync(officer, default))!;
        bench.Clock.Advance(TimeSpan.FromSeconds(95));

        Assert.True(await Drills.AnswerAsync(officer, open.Id, default));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await Drills.AnswerAsync(colleague, open.Id, default));

        var told = Assert.Single((await Drills.ListAsync(LeadOfZhambyl, Taraz, default))!);
        Assert.Equal((TimeSpan.FromSeconds(95), "aigerim"), (told.AnsweredAfter, told.By));
        Assert.Null(await Drills.FindOpenAsync(officer, default));
    }

    [Fact]
    public async Task An_answer_by_another_way_counts_too()
    {
        ToMoment(TimeSpan.Zero);
        await bench.Drill.SweepAsync(default);
        bench.Alerts.AnsweredDrills["00000001"] = bench.Clock.NowUtc().AddSeconds(40);

        await bench.Drill.SweepAsync(default);

        Assert.Equal(TimeSpan.FromSeconds(40), (await Drills.ListAsync(LeadOfZhambyl, Taraz, default))!.Single().AnsweredAfter);
    }

    [Fact]
    public async Task With_nobody_on_duty_that_is_what_the_lead_sees()
    {
        var lead = await bench.StaffAsync("saule", StaffRole.RegionalLead, Zhambyl);
        await bench.Get<IDutyBook>().ChangeAsync(
            lead, Taraz, new DutyChange.AddShift(officer.StaffId, DutyDays.Sunday, new TimeOnly(3, 0), new TimeOnly(4, 0)), default);
        ToMoment(TimeSpan.Zero);
        await bench.Drill.SweepAsync(default);

        Assert.Equal(0, (await Drills.ListAsync(lead, Taraz, default))!.Single().People);
        Assert.Null(await Drills.FindOpenAsync(officer, default));
    }

    [Fact]
    public async Task What_lies_outside_is_absent()
    {
        ToMoment(TimeSpan.Zero);
        await bench.Drill.SweepAsync(default);
        var open = (await Drills.FindOpenAsync(officer, default))!;

        Assert.Null(await Drills.FindOpenAsync(OfficerOfAlmaly, default));
        Assert.False(await Drills.AnswerAsync(OfficerOfAlmaly, open.Id, default));
        Assert.Null(await Drills.ListAsync(OfficerOfAlmaly, Taraz, default));
        Assert.NotNull(await Drills.FindOpenAsync(officer, default));
    }

    [Fact]
    public async Task A_node_that_comes_too_late_leaves_it_out()
    {
        ToMoment(TimeSpan.FromHours(1));
        Assert.Equal(0, await bench.Drill.SweepAsync(default));
    }

    [Fact]
    public void Moments_lie_on_working_days_from_ten_to_four_and_differ_by_week_and_unit()
    {
        var moments = Enumerable.Range(0, 30).Select(i => DrillPlan.MomentOf(Taraz, Week.AddDays(7 * i), Hours)!.Value).ToList();

        Assert.All(moments, moment => Assert.True(Hours.IsWorkingDay(DateOnly.FromDateTime(moment)) && moment.Hour is >= 10 and < 16));
        Assert.True(moments.Select(moment => moment.DayOfWeek).Distinct().Count() >= 4);
        Assert.True(moments.Select(moment => moment.TimeOfDay).Distinct().Count() > 20);
        Assert.NotEqual(DrillPlan.MomentOf(Taraz, Week, Hours), DrillPlan.MomentOf(Almaly, Week, Hours));
    }

    private void ToMoment(TimeSpan after)
    {
        var utc = DateTime.SpecifyKind(DrillPlan.MomentOf(Taraz, Week, Hours)!.Value.AddHours(-5) + after, DateTimeKind.Utc);
        bench.Clock.Advance(utc - bench.Clock.NowUtc());
    }
}
