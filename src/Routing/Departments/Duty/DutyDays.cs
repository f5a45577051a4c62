namespace Senim.Routing.Departments.Duty;

/// <summary>On which days a shift begins.</summary>
[Flags]
public enum DutyDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,

    /// <summary>Days off from Monday to Friday: public holidays and the days off that are given for them.</summary>
    Holidays = 128,
}
