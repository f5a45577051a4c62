using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Senim.Desk.Access;
using Senim.Desk.Http;
using Senim.Routing.Links;
using Senim.Routing.Queues;

namespace Senim.Desk.Pages.Links;

/// <summary>Signals of one matter: looked for by a press, and joined or told apart by a person.</summary>
internal static class LinkEndpoints
{
    public static void MapLinks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/queue/{itemId:guid}/links", ShowAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost("/queue/{itemId:guid}/links/look", LookAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost("/queue/{itemId:guid}/links/join", JoinAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost("/queue/{itemId:guid}/links/part", PartAsync).RequireAuthorization(DeskPolicies.Staff);
    }

    private static Task<IResult> ShowAsync(Guid itemId, bool? looked, ILinkDesk links, IQueueDesk desk, CurrentStaff staff, CancellationToken cancellationToken) =>
        PageAsync(itemId, links, desk, staff, looked ?? false, LinkOutcome.Done, null, cancellationToken);

    private static async Task<IResult> LookAsync(Guid itemId, ILinkDesk links, CurrentStaff staff, CancellationToken cancellationToken) =>
        await links.LookAsync(staff.Scope, itemId, cancellationToken) is null ? ErrorPages.NotFound() : new SeeOther($"/queue/{itemId}/links?looked=true");

    private static Task<IResult> JoinAsync(
        Guid itemId, ILinkDesk links, IQueueDesk desk, CurrentStaff staff, [FromForm] string? reference, CancellationToken cancellationToken) =>
        SayAsync(itemId, links, desk, staff, reference, areOne: true, cancellationToken);

    private static Task<IResult> PartAsync(
        Guid itemId, ILinkDesk links, IQueueDesk desk, CurrentStaff staff, [FromForm] string? reference, CancellationToken cancellationToken) =>
        SayAsync(itemId, links, desk, staff, reference, areOne: false, cancellationToken);

    private static async Task<IResult> SayAsync(
        Guid itemId, ILinkDesk links, IQueueDesk desk, CurrentStaff staff, string? reference, bool areOne, CancellationToken cancellationToken) =>
        await links.SayAsync(staff.Scope, itemId, reference ?? "", areOne, cancellationToken) switch
        {
            LinkOutcome.Done => new SeeOther($"/queue/{itemId}/links"),
            LinkOutcome.NotFound => ErrorPages.NotFound(),
            var problem => await PageAsync(itemId, links, desk, staff, false, problem, reference, cancellationToken),
        };

    private static async Task<IResult> PageAsync(
        Guid itemId, ILinkDesk links, IQueueDesk desk, CurrentStaff staff, bool looked, LinkOutcome problem, string? reference, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(staff.Scope, itemId, cancellationToken) is not { } found)
            return ErrorPages.NotFound();
        return new RazorComponentResult<LinksPage>(new
        {
            found.Line,
            Links = await links.ListAsync(staff.Scope, itemId, cancellationToken),
            Looked = looked,
            Problem = problem,
            Reference = reference,
        })
        {
            StatusCode = problem == LinkOutcome.Done ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            PreventStreamingRendering = true,
        };
    }
}
