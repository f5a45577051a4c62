using System.Globalization;
using Microsoft.Extensions.Options;
using Senim.Intake.Promises;

namespace Senim.Intake.Core.Tests.Promises;

/// <summary>Local times; a working day is 09:00 to 18:30. 27 November 2026 is a Friday, Wednesday 16 December a public holiday.</summary>
public sealed class WorkingTime
{
    private static readonly WorkingHours Hours = new(Options.Create(new PromiseOptions()));

    [Theory]
    [InlineData("2026-11-26 10:00", 0, "2026-11-26 10:00")]
    [InlineData("2026-11-26 10:00", 60, "2026-11-26 11:00")]
    [InlineData("2026-11-26 07:00", 0, "2026-11-26 09:00")]
    [InlineData("2026-11-26 18:30", 0, "2026-11-27 09:00")]
    [InlineData("2026-11-26 18:00", 30, "2026-11-27 09:00")]
    [InlineData("2026-11-26 18:00", 60, "2026-11-27 09:30")]
    [InlineData("2026-11-27 18:30", 0, "2026-11-30 09:00")]
    [InlineData("2026-11-27 18:00", 599, "2026-11-30 18:29")]
    [InlineData("2026-11-27 18:00", 600, "2026-12-01 09:00")]
    [InlineData("2026-11-28 12:00", 60, "2026-11-30 10:00")]
    [InlineData("2026-12-15 18:00", 90, "2026-12-17 10:00")]
    public void Goes_by_only_while_people_work(string from, int minutes, string expected) =>
        Assert.Equal(Utc(expected), Hours.AfterUtc(Utc(from), TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Is_told_in_UTC_of_a_country_five_hours_ahead()
    {
        var utc = new DateTime(2026, 11, 26, 20, 30, 0, DateTimeKind.Utc);

        Assert.Equal(new DateTime(2026, 11, 27, 1, 30, 0), Hours.ToLocal(utc));
        Assert.Equal(DateTimeKind.Utc, Hours.AfterUtc(utc, TimeSpan.Zero).Kind);
    }

    private static DateTime Utc(string local) =>
        DateTime.SpecifyKind(DateTime.Parse(local, CultureInfo.InvariantCulture).AddHours(-5), DateTimeKind.Utc);
}
