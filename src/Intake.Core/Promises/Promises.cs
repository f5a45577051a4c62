using Microsoft.Extensions.Options;
using Senim.Intake.Triage;

namespace Senim.Intake.Promises;

/// <summary>Due times from settings and the working calendar of Kazakhstan.</summary>
internal sealed class Promises : IPromises, IStaffTerms
{
    private readonly PromiseOptions options;
    private readonly WorkingCalendar calendar;

    public Promises(IOptions<PromiseOptions> options)
    {
        this.options = options.Value;
        calendar = WorkingCalendar.Of(this.options);
    }

    public DueTimes For(Urgency urgency, DateTime receivedUtc, string? placeCode)
    {
        DateTime? Due(Func<StepPromises, StepPromise?> step) => DueUtc(step, urgency, receivedUtc, placeCode);

        return new DueTimes(
            Due(steps => steps.FirstLook)!.Value,
            Due(steps => steps.Assigned)!.Value,
            Due(steps => steps.Visit),
            Due(steps => steps.Close)!.Value);
    }

    public DateTime AcceptDueUtc(Urgency urgency, DateTime offeredUtc, string? placeCode) =>
        DueUtc(steps => steps.Accept, urgency, offeredUtc, placeCode)!.Value;

    public DateTime ConfirmDueUtc(Urgency urgency, DateTime askedUtc, string? placeCode) =>
        DueUtc(steps => steps.Confirm, urgency, askedUtc, placeCode)!.Value;

    public DateTime EndOfDayUtc(DateTime utc) => WorkingCalendar.EndOfDayUtc(utc);

    public bool IsReadAt(Urgency urgency, DateTime utc)
    {
        var local = WorkingCalendar.ToLocal(utc);
        return urgency >= Urgency.Urgent
            || (calendar.IsWorkingDay(DateOnly.FromDateTime(local)) && TimeOnly.FromDateTime(local) >= options.WorkingDayStart && TimeOnly.FromDateTime(local) < options.WorkingDayEnd);
    }

    /// <summary>The first two digits of a KATO code name its region.</summary>
    private static string? RegionOf(string? placeCode) =>
        placeCode is { Length: 9 } ? string.Concat(placeCode.AsSpan(0, 2), "0000000") : null;

    private static StepPromises? Level(LevelPromises levels, Urgency urgency) => urgency switch
    {
        Urgency.Emergency => levels.Emergency,
        Urgency.Urgent => levels.Urgent,
        Urgency.Standard => levels.Standard,
        Urgency.Information => levels.Information,
    };

    /// <returns>Null where nothing is promised.</returns>
    private DateTime? DueUtc(Func<StepPromises, StepPromise?> step, Urgency urgency, DateTime fromUtc, string? placeCode)
    {
        var region = RegionOf(placeCode) is { } code && options.Regions.TryGetValue(code, out var settings) ? Level(settings, urgency) : null;
        var country = Level(options, urgency);
        var term = (region is null ? null : step(region)) ?? (country is null ? null : step(country)) ?? step(PromiseDefaults.Of(urgency));
        return term is null ? null : DueUtc(term, fromUtc.ToMilliseconds());
    }

    private DateTime DueUtc(StepPromise term, DateTime receivedUtc)
    {
        var due = receivedUtc + (term.Within ?? TimeSpan.Zero);
        if (term.SameDay)
            due = Later(due, WorkingCalendar.EndOfDayUtc(receivedUtc));
        if (term.WorkingDays is { } days)
            due = Later(due, calendar.EndOfWorkingDayUtc(receivedUtc, days));
        return due;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
