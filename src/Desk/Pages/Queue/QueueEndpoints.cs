using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Senim.Desk.Access;
using Senim.Desk.Http;
using Senim.Routing.Drills;
using Senim.Routing.Queues;

namespace Senim.Desk.Pages.Queue;

internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => Results.LocalRedirect(LocalPath.Home)).RequireAuthorization(DeskPolicies.Staff);
        routes.MapGet(LocalPath.Home, ShowAsync).RequireAuthorization(DeskPolicies.Staff);
    }

    private static async Task<IResult> ShowAsync(
        IQueueDesk desk, IDrills drills, CurrentStaff staff, bool? closed, int? page, CancellationToken cancellationToken)
    {
        var query = new QueueQuery(closed ?? false, Math.Clamp(page ?? 1, 1, 100_000));
        var found = await desk.ListAsync(staff.Scope, query, cancellationToken);
        if (found.Lines.Count == 0 && query.Page > 1)
        {
            // The queue grew shorter behind a page that was open: its last page is what is meant.
            query = query with { Page = Math.Max(1, (found.Total + query.PageSize - 1) / query.PageSize) };
            found = await desk.ListAsync(staff.Scope, query, cancellationToken);
        }

        return new RazorComponentResult<QueuePageView>(new { Page = found, Query = query, Drill = await drills.FindOpenAsync(staff.Scope, cancellationToken) }) { PreventStreamingRendering = true };
    }
}
