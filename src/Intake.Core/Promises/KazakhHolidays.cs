namespace Senim.Intake.Promises;

/// <summary>
/// Days off of Kazakhstan besides Saturdays and Sundays, as data. Sources: calendar of days off of egov.kz for 2025 and 2026; the
/// Ministry of Labour on the move of Constitution Day (March 2026). Later government decisions are added by
/// <see cref="PromiseOptions.DaysOff"/> and <see cref="PromiseOptions.WorkingDays"/>, without a new build.
/// </summary>
internal static class KazakhHolidays
{
    /// <summary>
    /// Public holidays by date. One that falls on a Saturday or Sunday makes the next working day a day off (Law on holidays, art. 5).
    /// </summary>
    public static IReadOnlyList<FixedHoliday> Public { get; } =
    [
        new(1, 1, "New Year"),
        new(1, 2, "New Year"),
        new(3, 8, "Women's Day"),
        new(3, 15, "Constitution Day") { FirstYear = 2027 },
        new(3, 21, "Nauryz"),
        new(3, 22, "Nauryz"),
        new(3, 23, "Nauryz"),
        new(5, 1, "Day of Unity"),
        new(5, 7, "Defender of the Fatherland Day"),
        new(5, 9, "Victory Day"),
        new(7, 6, "Day of the Capital"),
        new(8, 30, "Constitution Day") { LastYear = 2025 },
        new(10, 25, "Republic Day"),
        new(12, 16, "Independence Day"),
    ];

    /// <summary>Days off by date that are not made up for when they fall on a weekend.</summary>
    public static IReadOnlyList<FixedHoliday> Religious { get; } = [new(1, 7, "Orthodox Christmas")];

    /// <summary>First day of Kurban Ait: 2025 and 2026 as announced, later years as calculated; each is announced about half a year before.</summary>
    public static IReadOnlyList<DateOnly> KurbanAit { get; } =
    [
        new(2025, 6, 6),
        new(2026, 5, 27),
        new(2027, 5, 16),
        new(2028, 5, 5),
        new(2029, 4, 24),
        new(2030, 4, 13),
        new(2031, 4, 2),
        new(2032, 3, 22),
        new(2033, 3, 11),
        new(2034, 3, 1),
        new(2035, 2, 18),
    ];

    /// <summary>Saturdays and Sundays that the government made working days in exchange for <see cref="MovedDaysOff"/>.</summary>
    public static IReadOnlyList<DateOnly> MovedWorkingDays { get; } = [new(2025, 1, 5)];

    public static IReadOnlyList<DateOnly> MovedDaysOff { get; } = [new(2025, 1, 3)];
}

internal sealed record FixedHoliday(int Month, int Day, string Name)
{
    public int FirstYear { get; init; } = DateOnly.MinValue.Year;

    public int LastYear { get; init; } = DateOnly.MaxValue.Year;

    public bool IsIn(int year) => FirstYear <= year && year <= LastYear;
}
