using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Senim.Desk.Access;
using Senim.Desk.Http;
using Senim.Routing.Alerts;
using Senim.Routing.Alerts.Account;
using Senim.Routing.Alerts.Answering;

namespace Senim.Desk.Pages.Alerts;

/// <summary>Answering alerts, the own ways of being alerted, and alerts that were given up.</summary>
internal static class AlertEndpoints
{
    public const string Path = "/alerts";

    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        var alerts = routes.MapGroup(Path).RequireAuthorization(DeskPolicies.Staff);
        alerts.MapGet("", (IAlertAccount account, IDeadAlerts dead, CurrentStaff staff, CancellationToken cancellationToken) =>
            PageAsync(account, dead, staff, null, null, cancellationToken));
        alerts.MapGet("/open", () => new RazorComponentResult<AlertBanner> { PreventStreamingRendering = true });
        alerts.MapPost("/answer/{alert}", AnswerAsync);
        alerts.MapPost("/given-up/{id:long}/again", AgainAsync);
        alerts.MapPost("/link", LinkAsync);
        alerts.MapPost("/{way}/address", SetAsync);
        alerts.MapPost("/{way}/remove", RemoveAsync);
        alerts.MapPost("/{way}/test", TestAsync);
        alerts.MapPost("/{way}/confirm", ConfirmAsync);
    }

    private static async Task<IResult> AnswerAsync(string alert, IAlertAnswers answers, CurrentStaff staff, CancellationToken cancellationToken) =>
        await answers.AcknowledgeAsync(staff.Member.Id, alert, AlertWay.Desk, cancellationToken) switch
        {
            AlertAnswer.Done { ItemId: { } item } => new SeeOther($"/queue/{item}"),
            AlertAnswer.AlreadyTaken taken => new SeeOther($"/queue/{taken.ItemId}?late=true"),
            AlertAnswer.Done => new SeeOther(Path),
            AlertAnswer.Over => new SeeOther(LocalPath.Home),
            _ => ErrorPages.NotFound(),
        };

    private static async Task<IResult> AgainAsync(long id, IDeadAlerts dead, CurrentStaff staff, CancellationToken cancellationToken) =>
        await dead.SendAgainAsync(staff.Scope, id, cancellationToken) ? new SeeOther(Path) : ErrorPages.NotFound();

    private static async Task<IResult> LinkAsync(IAlertAccount account, IDeadAlerts dead, CurrentStaff staff, CancellationToken cancellationToken) =>
        await PageAsync(account, dead, staff, null, await account.OfferLinkAsync(staff.Member.Id, cancellationToken), cancellationToken);

    private static async Task<IResult> SetAsync(
        AlertWay way, [FromForm] string? address, IAlertAccount account, IDeadAlerts dead, CurrentStaff staff, CancellationToken cancellationToken) =>
        await account.SetAsync(staff.Member.Id, way, address ?? "", cancellationToken)
            ? new SeeOther(Path)
            : await PageAsync(account, dead, staff, (way, "address"), null, cancellationToken);

    private static async Task<IResult> RemoveAsync(AlertWay way, IAlertAccount account, CurrentStaff staff, CancellationToken cancellationToken)
    {
        await account.RemoveAsync(staff.Member.Id, way, cancellationToken);
        return new SeeOther(Path);
    }

    private static async Task<IResult> TestAsync(AlertWay way, IAlertAccount account, CurrentStaff staff, CancellationToken cancellationToken)
    {
        await account.TestAsync(staff.Member.Id, way, cancellationToken);
        return new SeeOther(Path);
    }

    private static async Task<IResult> ConfirmAsync(
        AlertWay way, [FromForm] string? code, IAlertAccount account, IDeadAlerts dead, CurrentStaff staff, CancellationToken cancellationToken) =>
        await account.ConfirmAsync(staff.Member.Id, way, code ?? "", cancellationToken)
            ? new SeeOther(Path)
            : await PageAsync(account, dead, staff, (way, "code"), null, cancellationToken);

    private static async Task<IResult> PageAsync(
        IAlertAccount account, IDeadAlerts dead, CurrentStaff staff, (AlertWay Way, string What)? problem, string? link, CancellationToken cancellationToken) =>
        new RazorComponentResult<AlertsPage>(new
        {
            Ways = await account.ListAsync(staff.Member.Id, cancellationToken),
            Dead = await dead.ListAsync(staff.Scope, cancellationToken),
            ProblemWay = problem?.Way,
            Problem = problem?.What,
            LinkCode = link,
        })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            PreventStreamingRendering = true,
        };
}
