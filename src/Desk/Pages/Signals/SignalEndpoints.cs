using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Senim.Desk.Access;
using Senim.Desk.Http;
using Senim.Routing.Links;
using Senim.Routing.Queues;

namespace Senim.Desk.Pages.Signals;

internal static class SignalEndpoints
{
    public static void MapSignals(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/queue/{itemId:guid}", ShowAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost("/queue/{itemId:guid}/acknowledge", AcknowledgeAsync).RequireAuthorization(DeskPolicies.Staff);
    }

    private static async Task<IResult> ShowAsync(
        Guid itemId, bool? late, IQueueDesk desk, ILinkDesk links, CurrentStaff staff, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(staff.Scope, itemId, cancellationToken) is not { } found)
            return ErrorPages.NotFound();
        var others = await desk.ListAsync(staff.Scope, new QueueQuery(PageSize: 1), cancellationToken);
        return new RazorComponentResult<SignalPage>(new
        {
            Case = found,
            Links = await links.ListAsync(staff.Scope, itemId, cancellationToken),
            Waiting = others.Counts.Waiting,
            TooLate = late ?? false,
        })
        {
            PreventStreamingRendering = true,
        };
    }

    private static async Task<IResult> AcknowledgeAsync(Guid itemId, IQueueDesk desk, ILinkDesk links, CurrentStaff staff, CancellationToken cancellationToken) =>
        await desk.AcknowledgeAsync(staff.Scope, itemId, cancellationToken) switch
        {
            AcknowledgeOutcome.Done => await LookAsync(itemId, links, staff, cancellationToken),
            AcknowledgeOutcome.AlreadyTaken => new SeeOther($"/queue/{itemId}?late=true"),
            AcknowledgeOutcome.NeedsOther => new SeeOther($"/queue/{itemId}"),
            AcknowledgeOutcome.NotFound => ErrorPages.NotFound(),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };

    /// <summary>Whoever takes a signal sees at once what may be of the same matter.</summary>
    private static async Task<IResult> LookAsync(Guid itemId, ILinkDesk links, CurrentStaff staff, CancellationToken cancellationToken)
    {
        await links.LookAsync(staff.Scope, itemId, cancellationToken);
        return new SeeOther($"/queue/{itemId}");
    }
}
