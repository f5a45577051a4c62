using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Senim.Desk.Access;
using Senim.Desk.Http;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Drills;

namespace Senim.Desk.Pages.Duty;

/// <summary>Who is on duty, and the forms that change it. The rules are in <see cref="IDutyBook"/>.</summary>
internal static class DutyEndpoints
{
    public const string Path = "/duty";

    public static void MapDuty(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ListAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapGet("/duty/{unit}", ShowAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost("/duty/{unit}/{change}", ChangeAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost("/drills/{id:guid}/answer", AnswerAsync).RequireAuthorization(DeskPolicies.Staff);
    }

    private static async Task<IResult> ListAsync(IDutyBook book, CurrentStaff staff, string? region, CancellationToken cancellationToken)
    {
        if (await book.ListAsync(staff.Scope, region, cancellationToken) is not { } lines)
            return ErrorPages.NotFound();
        var unreached = await book.ListUnreachedAsync(staff.Scope, cancellationToken);
        return new RazorComponentResult<DutyListPage>(new { Lines = lines, Unreached = unreached, Region = region }) { PreventStreamingRendering = true };
    }

    private static Task<IResult> ShowAsync(string unit, bool? done, IDutyBook book, IDrills drills, CurrentStaff staff, CancellationToken cancellationToken) =>
        PageAsync(unit, null, done ?? false, book, drills, staff, cancellationToken);

    private static async Task<IResult> ChangeAsync(
        string unit, string change, IFormCollection form, IDutyBook book, IDrills drills, CurrentStaff staff, CancellationToken cancellationToken)
    {
        // Whose unit it is comes before what is wrong with the form: outside of the scope nothing is there.
        if (await book.OpenAsync(staff.Scope, unit, cancellationToken) is not { MayChange: true })
            return ErrorPages.NotFound();
        if (DutyForms.Read(change, form) is not { } asked)
            return await PageAsync(unit, "form", false, book, drills, staff, cancellationToken);
        return await book.ChangeAsync(staff.Scope, unit, asked, cancellationToken) switch
        {
            DutyOutcome.Done => new SeeOther($"{Path}/{unit}?done=true"),
            DutyOutcome.Refused refused => await PageAsync(unit, refused.Problem.ToString(), false, book, drills, staff, cancellationToken),
            _ => ErrorPages.NotFound(),
        };
    }

    private static async Task<IResult> AnswerAsync(Guid id, IDrills drills, CurrentStaff staff, CancellationToken cancellationToken) =>
        await drills.AnswerAsync(staff.Scope, id, cancellationToken) ? new SeeOther(LocalPath.Home) : ErrorPages.NotFound();

    private static async Task<IResult> PageAsync(
        string unit, string? problem, bool done, IDutyBook book, IDrills drills, CurrentStaff staff, CancellationToken cancellationToken)
    {
        if (await book.OpenAsync(staff.Scope, unit, cancellationToken) is not { } found)
            return ErrorPages.NotFound();
        var held = await drills.ListAsync(staff.Scope, unit, cancellationToken) ?? [];
        return new RazorComponentResult<DutyUnitPage>(new { Unit = found, Drills = held, Problem = problem, Done = done })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            PreventStreamingRendering = true,
        };
    }
}
