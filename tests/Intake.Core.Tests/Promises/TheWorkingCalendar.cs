using System.Globalization;
using Senim.Intake.Promises;

namespace Senim.Intake.Core.Tests.Promises;

public sealed class TheWorkingCalendar
{
    private static readonly WorkingCalendar Calendar = new(new(18, 30), new(17, 30), [], []);

    /// <summary>The additional days off that egov.kz published for 2026, with Constitution Day taken out as decided in March 2026.</summary>
    [Fact]
    public void The_days_off_of_2026_are_those_published()
    {
        string[] published =
        [
            "01-01", "01-02", "01-07", "03-09", "03-23", "03-24", "03-25", "05-01", "05-07", "05-11", "05-27", "07-06", "10-26", "12-16",
        ];

        var weekdaysOff = Days(2026).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Calendar.IsWorkingDay(day));

        Assert.Equal(published, weekdaysOff.Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2025-01-03", false)]
    [InlineData("2025-01-05", true)]
    [InlineData("2025-09-01", false)]
    [InlineData("2026-08-31", true)]
    [InlineData("2027-03-15", false)]
    [InlineData("2027-05-17", true)]
    [InlineData("2028-01-04", false)]
    [InlineData("2028-02-29", true)]
    public void Holidays_on_a_weekend_are_made_up_for_and_religious_ones_are_not(string day, bool works) =>
        Assert.Equal(works, Calendar.IsWorkingDay(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_year_of_the_list_has_one_Kurban_Ait() =>
        Assert.Equal(Enumerable.Range(2025, KazakhHolidays.KurbanAit.Count), KazakhHolidays.KurbanAit.Select(day => day.Year));

    private static IEnumerable<DateOnly> Days(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
}
