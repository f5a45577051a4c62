using System.Globalization;
using Microsoft.AspNetCore.Http;
using Senim.Desk.Texts;
using Senim.Routing.Departments.Duty;

namespace Senim.Desk.Pages.Duty;

/// <summary>Makes a change of what a form says.</summary>
internal static class DutyForms
{
    /// <returns>Null for what no page of ours sends, or a field that was left out.</returns>
    public static DutyChange? Read(string change, IFormCollection form) => change switch
    {
        "live" when Text(form, "live") is { } live => new DutyChange.SetLive(live == "true"),
        "head" => new DutyChange.SetHead(Text(form, "staff")),
        "shift" when Text(form, "staff") is { } staff && Time(form, "from") is { } from && Time(form, "to") is { } to =>
            new DutyChange.AddShift(staff, Days(form), from, to),
        "shift-remove" when Id(form) is { } id => new DutyChange.RemoveShift(id),
        "absence" when Text(form, "staff") is { } staff && Moment(form, "from") is { } from && Moment(form, "to") is { } to =>
            new DutyChange.AddAbsence(staff, Text(form, "substitute"), from, to),
        "absence-remove" when Id(form) is { } id => new DutyChange.RemoveAbsence(id),
        _ => null,
    };

    private static string? Text(IFormCollection form, string name) => form[name] is [{ Length: > 0 and <= 64 } text] ? text : null;

    private static Guid? Id(IFormCollection form) => Guid.TryParse(Text(form, "id"), out var id) ? id : null;

    private static TimeOnly? Time(IFormCollection form, string name) =>
        TimeOnly.TryParseExact(Text(form, name), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>Typed as local time.</summary>
    private static DateTime? Moment(IFormCollection form, string name) =>
        DateTime.TryParseExact(Text(form, name), ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is > 2000 and < 2100
            ? LocalTime.ToUtc(local)
            : null;

    private static DutyDays Days(IFormCollection form) =>
        form["days"].Aggregate(DutyDays.None, (days, name) => Enum.TryParse<DutyDays>(name, out var day) && Enum.IsDefined(day) ? days | day : days);
}
