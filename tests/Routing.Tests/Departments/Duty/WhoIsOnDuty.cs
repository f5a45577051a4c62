using Senim.Intake.Promises;
using Senim.Routing.Departments.Duty;

namespace Senim.Routing.Tests.Departments.Duty;

/// <summary>Local times of Kazakhstan (UTC+5). Wednesday 16 December 2026 is Independence Day; 26 November is a Thursday.</summary>
public sealed class WhoIsOnDuty : IAsyncLifetime
{
    private const DutyDays Week = DutyDays.Monday | DutyDays.Tuesday | DutyDays.Wednesday | DutyDays.Thursday | DutyDays.Friday;

    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await RoutingBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [InlineData("2026-11-26 08:59:59", "")]
    [InlineData("2026-11-26 09:00:00", "a")]
    [InlineData("2026-11-26 17:59:59", "a")]
    [InlineData("2026-11-26 18:00:00", "")]
    [InlineData("2026-11-28 12:00:00", "")]
    public void A_day_shift_begins_on_the_minute_and_ends_before_it(string local, string expected) =>
        Assert.Equal(expected, OnDuty(local, Shift("a", Week, 9, 18)));

    [Theory]
    [InlineData("2026-11-27 17:59", "")]
    [InlineData("2026-11-27 18:00", "n")]
    [InlineData("2026-11-28 00:00", "n")]
    [InlineData("2026-11-28 08:59", "n")]
    [InlineData("2026-11-28 09:00", "")]
    [InlineData("2026-11-27 08:59", "")]
    public void A_night_belongs_to_the_day_on_which_it_begins(string local, string expected) =>
        Assert.Equal(expected, OnDuty(local, Shift("n", DutyDays.Friday, 18, 9)));

    [Theory]
    [InlineData("2026-11-26 08:59", "")]
    [InlineData("2026-11-26 09:00", "d")]
    [InlineData("2026-11-27 08:59", "d")]
    [InlineData("2026-11-27 09:00", "")]
    public void The_same_time_twice_makes_a_day_and_a_night(string local, string expected) =>
        Assert.Equal(expected, OnDuty(local, Shift("d", DutyDays.Thursday, 9, 9)));

    [Fact]
    public void On_a_public_holiday_those_of_the_weekday_are_off_and_those_for_holidays_are_on()
    {
        DutyShift[] shifts = [Shift("a", Week, 9, 18), Shift("h", DutyDays.Holidays, 9, 18)];

        Assert.Equal("h", OnDuty("2026-12-16 12:00", shifts));
        Assert.Equal("a", OnDuty("2026-12-15 12:00", shifts));
    }

    [Fact]
    public void A_night_before_a_holiday_goes_on_into_it() =>
        Assert.Equal("n", OnDuty("2026-12-16 03:00", Shift("n", DutyDays.Tuesday, 20, 8)));

    [Fact]
    public void A_Sunday_that_is_worked_has_its_own_people_and_those_of_a_Friday() =>
        Assert.Equal("a s", OnDuty("2025-01-05 12:00", Shift("a", DutyDays.Friday, 9, 18), Shift("s", DutyDays.Sunday, 9, 18)));

    [Fact]
    public void Without_a_pattern_every_member_is_on_duty_at_every_hour() =>
        Assert.Equal("a b", OnDuty("2026-11-29 03:00"));

    [Fact]
    public void Whoever_has_two_shifts_at_once_is_there_once() =>
        Assert.Equal("a", OnDuty("2026-11-26 12:00", Shift("a", Week, 9, 18), Shift("a", DutyDays.Thursday, 0, 0)));

    [Fact]
    public void A_substitute_stands_in_from_the_first_moment_to_before_the_last()
    {
        var roster = Make([Shift("a", Week, 0, 0)]) with { HeadId = "a", Absences = [Away("a", "b", "2026-11-26 12:00", "2026-11-26 14:00")] };

        Assert.Equal(["a", "b", "b", "a"], ((string[])["11:59", "12:00", "13:59", "14:00"]).Select(time => Names(roster, $"2026-11-26 {time}")));
        Assert.Equal("b", roster.HeadAt(Utc("2026-11-26 13:00")));
    }

    [Fact]
    public void A_substitute_of_a_substitute_stands_in_and_a_ring_has_nobody()
    {
        const string from = "2026-11-01 00:00";
        const string to = "2026-12-30 00:00";
        var roster = Make([Shift("a", Week, 0, 0)]);

        Assert.Equal("c", Names(roster with { Absences = [Away("a", "b", from, to), Away("b", "c", from, to)] }, "2026-11-26 12:00"));
        Assert.Equal("", Names(roster with { Absences = [Away("a", "b", from, to), Away("b", "a", from, to)] }, "2026-11-26 12:00"));
        Assert.Equal("", Names(roster with { Absences = [Away("a", null, from, to)] }, "2026-11-26 12:00"));
    }

    [Fact]
    public void Whoever_no_longer_reaches_the_unit_is_on_duty_nowhere()
    {
        var roster = Make([Shift("gone", Week, 0, 0), Shift("a", Week, 0, 0)]) with { HeadId = "gone" };

        Assert.Equal("a", Names(roster, "2026-11-26 12:00"));
        Assert.Null(roster.HeadAt(Utc("2026-11-26 12:00")));
    }

    private string OnDuty(string local, params DutyShift[] shifts) => Names(Make(shifts), local);

    private string Names(Roster roster, string local) =>
        string.Join(' ', roster.OnDutyAt(Utc(local), bench.Get<IWorkingHours>()));

    private static Roster Make(IReadOnlyList<DutyShift> shifts) =>
        new(RoutingBench.Taraz, ["a", "b"], new HashSet<string> { "a", "b", "c", "d", "h", "n", "s" }, null, shifts, []);

    private static DutyShift Shift(string who, DutyDays days, int from, int to) =>
        new() { Id = Guid.NewGuid(), UnitCode = RoutingBench.Taraz, StaffId = who, Days = days, FromMinute = from * 60, ToMinute = to * 60 };

    private static DutyAbsence Away(string who, string? substitute, string from, string to) =>
        new() { Id = Guid.NewGuid(), StaffId = who, SubstituteId = substitute, FromUtc = Utc(from), ToUtc = Utc(to) };

    private static DateTime Utc(string local) =>
        DateTime.SpecifyKind(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture).AddHours(-5), DateTimeKind.Utc);
}
