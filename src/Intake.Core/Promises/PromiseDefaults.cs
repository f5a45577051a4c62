using Senim.Intake.Triage;

namespace Senim.Intake.Promises;

/// <summary>
/// The terms that hold where nothing else is set. No published terms for these departments exist; these follow the practice of police
/// (24 hours) and guardianship bodies (3 working days) and the term for appeals (15 working days).
/// </summary>
internal static class PromiseDefaults
{
    private static readonly StepPromises Emergency = new()
    {
        FirstLook = Within(TimeSpan.FromMinutes(15)),
        Assigned = Within(TimeSpan.FromMinutes(15)),
        // Shortly before midnight "the same day" would end before anyone could get there.
        Visit = new StepPromise { SameDay = true, Within = TimeSpan.FromHours(4) },
        Close = Within(TimeSpan.FromHours(24)),
        Accept = Within(TimeSpan.FromMinutes(15)),
        Confirm = Within(TimeSpan.FromHours(4)),
    };

    private static readonly StepPromises Urgent = new()
    {
        FirstLook = Within(TimeSpan.FromHours(1)),
        Assigned = Within(TimeSpan.FromHours(2)),
        Visit = Within(TimeSpan.FromHours(24)),
        Close = WorkingDays(3),
        Accept = Within(TimeSpan.FromHours(1)),
        Confirm = Within(TimeSpan.FromHours(24)),
    };

    private static readonly StepPromises Standard = new()
    {
        FirstLook = WorkingDays(0),
        Assigned = WorkingDays(1),
        Visit = WorkingDays(3),
        Close = WorkingDays(10),
        Accept = WorkingDays(1),
        Confirm = WorkingDays(1),
    };

    private static readonly StepPromises Information = new()
    {
        FirstLook = WorkingDays(1),
        Assigned = WorkingDays(2),
        Close = WorkingDays(15),
        Accept = WorkingDays(1),
        Confirm = WorkingDays(1),
    };

    public static StepPromises Of(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => Emergency,
        Urgency.Urgent => Urgent,
        Urgency.Standard => Standard,
        Urgency.Information => Information,
    };

    private static StepPromise Within(TimeSpan span) => new() { Within = span };

    private static StepPromise WorkingDays(int days) => new() { WorkingDays = days };
}
