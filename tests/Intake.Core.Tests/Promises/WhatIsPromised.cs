using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Senim.Intake.Promises;
using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Promises;

/// <summary>Times in the tables are local (UTC+5).</summary>
public sealed class WhatIsPromised
{
    private const string Taraz = "311000000";

    [Theory]
    [InlineData("2026-11-26 10:00", "2026-11-26 10:15", "2026-11-26 10:15", "2026-11-27 00:00", "2026-11-27 10:00")]
    [InlineData("2026-12-31 23:50", "2027-01-01 00:05", "2027-01-01 00:05", "2027-01-01 03:50", "2027-01-01 23:50")]
    [InlineData("2028-02-28 21:00", "2028-02-28 21:15", "2028-02-28 21:15", "2028-02-29 01:00", "2028-02-29 21:00")]
    public void Emergency_runs_round_the_clock(string received, string firstLook, string assigned, string visit, string close) =>
        Check(Urgency.Emergency, received, firstLook, assigned, visit, close);

    [Theory]
    [InlineData("2026-11-26 10:00", "2026-11-26 11:00", "2026-11-26 12:00", "2026-11-27 10:00", "2026-12-01 18:30")]
    [InlineData("2026-11-28 22:30", "2026-11-28 23:30", "2026-11-29 00:30", "2026-11-29 22:30", "2026-12-03 18:30")]
    [InlineData("2026-12-31 12:00", "2026-12-31 13:00", "2026-12-31 14:00", "2027-01-01 12:00", "2027-01-08 18:30")]
    public void Urgent_runs_round_the_clock_until_the_plan(string received, string firstLook, string assigned, string visit, string close) =>
        Check(Urgency.Urgent, received, firstLook, assigned, visit, close);

    [Theory]
    // A Thursday morning, before the office opens, and during lunch.
    [InlineData("2026-11-26 10:00", "2026-11-26 18:30", "2026-11-27 18:30", "2026-12-01 18:30", "2026-12-10 18:30")]
    [InlineData("2026-11-26 04:00", "2026-11-26 18:30", "2026-11-27 18:30", "2026-12-01 18:30", "2026-12-10 18:30")]
    [InlineData("2026-11-26 13:20", "2026-11-26 18:30", "2026-11-27 18:30", "2026-12-01 18:30", "2026-12-10 18:30")]
    // At the last intake, and an evening.
    [InlineData("2026-11-26 17:30", "2026-11-26 18:30", "2026-11-27 18:30", "2026-12-01 18:30", "2026-12-10 18:30")]
    [InlineData("2026-11-26 17:31", "2026-11-27 18:30", "2026-11-30 18:30", "2026-12-02 18:30", "2026-12-11 18:30")]
    [InlineData("2026-11-26 23:59", "2026-11-27 18:30", "2026-11-30 18:30", "2026-12-02 18:30", "2026-12-11 18:30")]
    // A Friday evening and a Saturday.
    [InlineData("2026-11-27 20:00", "2026-11-30 18:30", "2026-12-01 18:30", "2026-12-03 18:30", "2026-12-14 18:30")]
    [InlineData("2026-11-28 09:00", "2026-11-30 18:30", "2026-12-01 18:30", "2026-12-03 18:30", "2026-12-14 18:30")]
    // Independence Day, a Wednesday, stands between.
    [InlineData("2026-12-15 12:00", "2026-12-15 18:30", "2026-12-17 18:30", "2026-12-21 18:30", "2026-12-30 18:30")]
    [InlineData("2026-12-16 12:00", "2026-12-17 18:30", "2026-12-18 18:30", "2026-12-22 18:30", "2026-12-31 18:30")]
    // New Year: 1 and 2 January 2027 are Friday and Saturday, so Monday the 4th is off; the 7th is Christmas.
    [InlineData("2026-12-31 19:00", "2027-01-05 18:30", "2027-01-06 18:30", "2027-01-11 18:30", "2027-01-20 18:30")]
    // The 29th of February 2028 is a Tuesday.
    [InlineData("2028-02-28 12:00", "2028-02-28 18:30", "2028-02-29 18:30", "2028-03-02 18:30", "2028-03-14 18:30")]
    public void Standard_keeps_the_working_calendar(string received, string firstLook, string assigned, string visit, string close) =>
        Check(Urgency.Standard, received, firstLook, assigned, visit, close);

    [Theory]
    [InlineData("2026-11-26 10:00", "2026-11-27 18:30", "2026-11-30 18:30", "2026-12-18 18:30")]
    [InlineData("2026-11-29 10:00", "2026-12-01 18:30", "2026-12-02 18:30", "2026-12-22 18:30")]
    public void Information_promises_no_visit(string received, string firstLook, string assigned, string close) =>
        Check(Urgency.Information, received, firstLook, assigned, null, close);

    [Fact]
    public void A_region_s_own_term_stands_before_the_country_s_and_only_for_its_step()
    {
        var promises = Make(new()
        {
            ["Senim:Promises:Urgent:FirstLook:Within"] = "00:45:00",
            ["Senim:Promises:Regions:310000000:Urgent:FirstLook:Within"] = "00:30:00",
            ["Senim:Promises:Regions:310000000:Standard:Visit:WorkingDays"] = "1",
        });
        var received = Utc("2026-11-26 10:00");

        Assert.Equal(received.AddMinutes(30), promises.For(Urgency.Urgent, received, Taraz).FirstLookUtc);
        Assert.Equal(received.AddMinutes(30), promises.For(Urgency.Urgent, received, "310000000").FirstLookUtc);
        Assert.Equal(received.AddHours(2), promises.For(Urgency.Urgent, received, Taraz).AssignedUtc);
        Assert.Equal(received.AddMinutes(45), promises.For(Urgency.Urgent, received, "751110000").FirstLookUtc);
        Assert.Equal(received.AddMinutes(45), promises.For(Urgency.Urgent, received, null).FirstLookUtc);
        Assert.Equal(Utc("2026-11-27 18:30"), promises.For(Urgency.Standard, received, Taraz).VisitUtc);
        Assert.Equal(Utc("2026-12-01 18:30"), promises.For(Urgency.Standard, received, "751110000").VisitUtc);
    }

    [Fact]
    public void Days_moved_by_decision_are_settings()
    {
        var promises = Make(new()
        {
            ["Senim:Promises:DaysOff:0"] = "2026-11-27",
            ["Senim:Promises:WorkingDays:0"] = "2026-11-28",
        });

        Assert.Equal(Utc("2026-11-28 18:30"), promises.For(Urgency.Standard, Utc("2026-11-26 10:00"), null).AssignedUtc);
    }

    [Fact]
    public void A_more_urgent_signal_is_never_visited_or_closed_later()
    {
        var promises = Make([]);
        for (var received = Utc("2026-12-25 00:07"); received < Utc("2027-01-12 00:00"); received = received.AddMinutes(37))
        {
            var levels = Enum.GetValues<Urgency>().Order().Select(urgency => promises.For(urgency, received, null)).ToList();
            for (var i = 1; i < levels.Count; i++)
            {
                Assert.True(levels[i].CloseUtc <= levels[i - 1].CloseUtc);
                Assert.True(levels[i].FirstLookUtc <= levels[i - 1].FirstLookUtc);
                Assert.True(levels[i].AssignedUtc <= levels[i - 1].AssignedUtc);
                Assert.True(levels[i - 1].VisitUtc is null || levels[i].VisitUtc <= levels[i - 1].VisitUtc);
            }
        }
    }

    [Theory]
    [InlineData("Senim:Promises:Emergency:FirstLook:Within", "00:00:00", "Senim:Promises:Emergency:FirstLook:Within")]
    [InlineData("Senim:Promises:Regions:311000000:Urgent:Close:WorkingDays", "3", "Senim:Promises:Regions:311000000")]
    [InlineData("Senim:Promises:Standard:Visit:SameDay", "false", "Senim:Promises:Standard:Visit")]
    [InlineData("Senim:Promises:LastIntake", "19:00", "Senim:Promises:LastIntake")]
    public void A_wrong_setting_is_named(string key, string value, string named)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Make(new() { [key] = value }));
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_is_not_UTC_is_refused() =>
        Assert.Throws<ArgumentException>(() => Make([]).For(Urgency.Urgent, new DateTime(2026, 11, 26), null));

    private static void Check(Urgency urgency, string received, string firstLook, string assigned, string? visit, string close) =>
        Assert.Equal(
            new DueTimes(Utc(firstLook), Utc(assigned), visit is null ? null : Utc(visit), Utc(close)),
            Make([]).For(urgency, Utc(received), Taraz));

    private static IPromises Make(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services.AddPromises().BuildServiceProvider().GetRequiredService<IPromises>();
    }

    private static DateTime Utc(string local) =>
        DateTime.SpecifyKind(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture).AddHours(-5), DateTimeKind.Utc);
}
