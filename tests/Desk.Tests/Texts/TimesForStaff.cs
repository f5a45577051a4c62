using Senim.Desk.Texts;
using Senim.Intake;

namespace Senim.Desk.Tests.Texts;

public sealed class TimesForStaff
{
    private static readonly DateTime Now = new(2026, 3, 12, 20, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-03-12T19:00:00Z", "00:00")]
    [InlineData("2026-03-12T18:59:00Z", "12.03. 23:59")]
    [InlineData("2025-12-31T19:00:00Z", "01.01. 00:00")]
    [InlineData("2025-12-31T18:59:00Z", "31.12.2025 23:59")]
    public void Are_as_long_as_the_day_in_Kazakhstan_needs(string utc, string expected) =>
        Assert.Equal(expected, LocalTime.Short(DateTime.Parse(utc).ToUniversalTime(), Now));

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(59, "59 min")]
    [InlineData(60, "1 h 0 min")]
    [InlineData(-125, "2 h 5 min")]
    [InlineData(1440 + 61, "1 d 1 h")]
    public void Count_down_and_up_in_two_parts(int minutes, string expected) =>
        Assert.Equal(expected, LocalTime.Span(TimeSpan.FromMinutes(minutes), DeskTexts.In(Language.En)));
}
