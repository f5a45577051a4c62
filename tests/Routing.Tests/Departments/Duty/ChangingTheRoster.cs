using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Audit;
using Senim.Routing.Departments.Duty;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Departments.Duty;

public sealed class ChangingTheRoster : IAsyncLifetime
{
    private static readonly TimeOnly Nine = new(9, 0);
    private static readonly TimeOnly Six = new(18, 0);

    private RoutingBench bench = null!;
    private StaffScope officer = null!;
    private StaffScope colleague = null!;
    private StaffScope lead = null!;
    private StaffScope national = null!;
    private StaffScope stranger = null!;

    private IDutyBook Book => bench.Get<IDutyBook>();

    public async Task InitializeAsync()
    {
        bench = await StartAsync();
        officer = await bench.StaffAsync("aigerim", StaffRole.Officer, Taraz);
        colleague = await bench.StaffAsync("bolat", StaffRole.Officer, Taraz);
        lead = await bench.StaffAsync("saule", StaffRole.RegionalLead, Zhambyl);
        national = await bench.StaffAsync("marat", StaffRole.National, National);
        stranger = await bench.StaffAsync("daniyar", StaffRole.RegionalLead, Almaty);
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_lead_names_the_head_and_the_shifts_of_a_unit_of_the_region()
    {
        await DoneAsync(lead, new DutyChange.SetHead(colleague.StaffId));
        await DoneAsync(lead, Day(officer));

        var unit = await OpenAsync(lead);
        Assert.Equal((colleague.StaffId, "bolat", true), (unit.HeadId, unit.Line.Head, unit.MayChange));
        Assert.Equal(("aigerim", DutyDays.Thursday, Nine, Six), Assert.Single(unit.Shifts) is var shift ? (shift.Name, shift.Days, shift.From, shift.To) : default);
        Assert.Equal(["aigerim"], unit.Line.OnDuty);
        bench.Clock.Advance(TimeSpan.FromHours(8));
        Assert.Empty((await OpenAsync(lead)).Line.OnDuty);
    }

    [Fact]
    public async Task What_lies_outside_is_absent_and_stays_as_it_is()
    {
        foreach (var scope in new[] { stranger, officer, OfficerOfAlmaly })
            Assert.IsType<DutyOutcome.NotFound>(await Book.ChangeAsync(scope, Taraz, new DutyChange.SetHead(officer.StaffId), default));
        Assert.IsType<DutyOutcome.NotFound>(await Book.ChangeAsync(national, "999999999", new DutyChange.SetHead(null), default));
        Assert.Null(await Book.OpenAsync(stranger, Taraz, default));
        Assert.Null(await Book.OpenAsync(OfficerOfAlmaly, Taraz, default));
        Assert.Null(await Book.ListAsync(stranger, Zhambyl, default));
        Assert.Null(await Book.ListAsync(officer, Zhambyl, default));
        Assert.Null(await Book.ListAsync(national, Taraz, default));

        Assert.Null((await OpenAsync(national)).HeadId);
        Assert.False((await OpenAsync(officer)).MayChange);
        Assert.Empty((await OpenAsync(national)).Audit);
    }

    [Fact]
    public async Task Lists_reach_as_far_as_the_scope()
    {
        Assert.Equal([Taraz], (await Book.ListAsync(officer, null, default))!.Select(line => line.UnitCode));
        var region = (await Book.ListAsync(lead, null, default))!;
        Assert.Equal(Zhambyl, region[0].UnitCode);
        Assert.Contains(region, line => line.UnitCode == Taraz && line.OnDuty.SequenceEqual(["aigerim", "bolat"]));
        Assert.Equal(region.Select(line => line.UnitCode), (await Book.ListAsync(national, Zhambyl, default))!.Select(line => line.UnitCode));
        Assert.Equal(21, (await Book.ListAsync(national, null, default))!.Count);
    }

    [Fact]
    public async Task People_of_other_units_cannot_be_on_duty_nor_stand_in()
    {
        await RefusedAsync(DutyProblem.Person, lead, Day(stranger));
        await RefusedAsync(DutyProblem.Person, lead, new DutyChange.SetHead(stranger.StaffId));
        await RefusedAsync(DutyProblem.Person, lead, Away(officer, stranger));
        await RefusedAsync(DutyProblem.Person, lead, Away(lead, officer));
        await DoneAsync(lead, Day(national));
    }

    [Fact]
    public async Task Forms_that_make_no_sense_are_refused()
    {
        await RefusedAsync(DutyProblem.Days, lead, Day(officer) with { Days = DutyDays.None });
        await RefusedAsync(DutyProblem.Days, lead, Day(officer) with { Days = (DutyDays)256 });
        await RefusedAsync(DutyProblem.Substitute, lead, Away(officer, officer));
        var away = Away(officer, colleague);
        await RefusedAsync(DutyProblem.Times, lead, away with { ToUtc = away.FromUtc });
        await RefusedAsync(DutyProblem.Times, lead, away with { FromUtc = away.FromUtc.AddDays(-9), ToUtc = away.FromUtc.AddDays(-8) });
    }

    [Fact]
    public async Task A_second_press_changes_nothing_and_is_not_audited()
    {
        await DoneAsync(lead, Day(officer));
        await DoneAsync(lead, Day(officer));
        await DoneAsync(lead, new DutyChange.SetHead(officer.StaffId));
        await DoneAsync(lead, new DutyChange.SetHead(officer.StaffId));
        var shift = Assert.Single((await OpenAsync(lead)).Shifts);
        await DoneAsync(lead, new DutyChange.RemoveShift(shift.Id));
        await DoneAsync(lead, new DutyChange.RemoveShift(shift.Id));

        Assert.Equal([AuditAction.ShiftRemoved, AuditAction.HeadNamed, AuditAction.ShiftAdded], (await OpenAsync(lead)).Audit.Select(line => line.Action));
    }

    [Fact]
    public async Task Whoever_is_away_has_a_substitute_until_they_are_back()
    {
        await DoneAsync(lead, Day(officer));
        await DoneAsync(lead, Away(officer, colleague));
        Assert.Equal(["bolat"], (await OpenAsync(lead)).Line.OnDuty);

        await DoneAsync(lead, new DutyChange.RemoveAbsence(Assert.Single((await OpenAsync(lead)).Absences).Id));
        Assert.Equal(["aigerim"], (await OpenAsync(lead)).Line.OnDuty);
    }

    [Fact]
    public async Task The_audit_says_who_what_and_when()
    {
        await DoneAsync(lead, Day(officer));
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await DoneAsync(national, Away(officer, colleague));
        await bench.Get<IDepartments>().SetLiveAsync(Taraz, false, default);
        await DoneAsync(national, new DutyChange.SetLive(true));

        var audit = (await OpenAsync(lead)).Audit;
        Assert.Equal(
            [
                new(bench.Clock.NowUtc(), "marat", AuditAction.DivisionOpened, null, null, ""),
                new(bench.Clock.NowUtc(), null, AuditAction.DivisionClosed, null, null, ""),
                new(bench.Clock.NowUtc(), "marat", AuditAction.AbsenceAdded, "aigerim", "bolat", "26.11.2026 10:00 - 27.11.2026 10:00"),
                new(Morning, "saule", AuditAction.ShiftAdded, "aigerim", null, "Th 09:00-18:00"),
            ],
            audit);
    }

    [Fact]
    public async Task A_division_is_live_since_it_was_opened()
    {
        Assert.Equal((true, null), Live(await OpenAsync(lead)));
        await DoneAsync(lead, new DutyChange.SetLive(false));
        Assert.Equal((false, null), Live(await OpenAsync(lead)));
        bench.Clock.Advance(TimeSpan.FromDays(3));
        await DoneAsync(lead, new DutyChange.SetLive(true));
        Assert.Equal((true, Morning.AddDays(3)), Live(await OpenAsync(lead)));
        Assert.IsType<DutyOutcome.NotFound>(await Book.ChangeAsync(national, National, new DutyChange.SetLive(false), default));
    }

    [Fact]
    public async Task Two_who_name_the_first_head_at_once_are_both_heard()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => DoneAsync(lead, new DutyChange.SetHead(i % 2 == 0 ? officer.StaffId : colleague.StaffId)))));
        await using var db = await bench.OpenDbAsync();
        Assert.NotNull((await db.Units.SingleAsync()).HeadId);
    }

    private static (bool IsLive, DateTime? Since) Live(UnitDuty unit) => (unit.Line.IsLive, unit.Line.LiveSinceUtc);

    private static DutyChange.AddShift Day(StaffScope who) => new(who.StaffId, DutyDays.Thursday, Nine, Six);

    private static DutyChange.AddAbsence Away(StaffScope who, StaffScope substitute) => new(who.StaffId, substitute.StaffId, Morning, Morning.AddDays(1));

    private async Task<UnitDuty> OpenAsync(StaffScope scope) => (await Book.OpenAsync(scope, Taraz, default))!;

    private async Task DoneAsync(StaffScope scope, DutyChange change) =>
        Assert.IsType<DutyOutcome.Done>(await Book.ChangeAsync(scope, Taraz, change, default));

    private async Task RefusedAsync(DutyProblem problem, StaffScope scope, DutyChange change) =>
        Assert.Equal(new DutyOutcome.Refused(problem), await Book.ChangeAsync(scope, Taraz, change, default));
}
