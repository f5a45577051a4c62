using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Senim.Desk.Access;
using Senim.Desk.Http;
using Senim.Intake.Notes;
using Senim.Routing.Departments;
using Senim.Routing.Queues;

namespace Senim.Desk.Pages.Cases;

/// <summary>What staff do with a case between taking and closing it: one page with a form for each step that is possible now.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/queue/{itemId:guid}/steps", ShowAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost("/queue/{itemId:guid}/steps/{kind}", TakeAsync).RequireAuthorization(DeskPolicies.Staff);
    }

    private static async Task<IResult> ShowAsync(Guid itemId, CasePages pages, CancellationToken cancellationToken) =>
        await pages.ShowAsync(itemId, null, null, cancellationToken);

    private static async Task<IResult> TakeAsync(
        Guid itemId, string kind, [FromForm] StepEntry entry, ICaseDesk cases, IQueueDesk desk, CurrentStaff staff, CasePages pages, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<StaffStepKind>(kind, out var known) || known.ToString() != kind)
            return ErrorPages.NotFound();
        entry = entry with { Kind = known };
        if (known == StaffStepKind.Close)
            return await CloseAsync(itemId, entry, cases, desk, staff, pages, cancellationToken);
        var outcome = entry.ToStep() is { } step
            ? await cases.TakeAsync(staff.Scope, itemId, step, cancellationToken)
            : new StepOutcome.Unfit();
        return outcome switch
        {
            // Whoever refuses what another unit passes on has no more to do with it.
            StepOutcome.Done => new SeeOther(known == StaffStepKind.Refuse ? LocalPath.Home : $"/queue/{itemId}"),
            StepOutcome.NotFound => ErrorPages.NotFound(),
            _ => await pages.ShowAsync(itemId, entry, outcome, cancellationToken),
        };
    }

    /// <summary>What was written is kept first, as with each step.</summary>
    private static async Task<IResult> CloseAsync(
        Guid itemId, StepEntry entry, ICaseDesk cases, IQueueDesk desk, CurrentStaff staff, CasePages pages, CancellationToken cancellationToken)
    {
        if (entry.ToOutcome() is not { } ending)
            return await pages.ShowAsync(itemId, entry, new StepOutcome.Unfit(), cancellationToken);
        if (entry.Words is { } words
            && await cases.TakeAsync(staff.Scope, itemId, new StaffStep.Write { Id = entry.Id, Note = new CaseNote(words) }, cancellationToken) is not StepOutcome.Done and var hindrance)
            return hindrance is StepOutcome.NotFound ? ErrorPages.NotFound() : await pages.ShowAsync(itemId, entry, hindrance, cancellationToken);
        StepOutcome? hinders = await desk.CloseAsync(staff.Scope, itemId, ending, entry.Seen, cancellationToken) switch
        {
            CloseOutcome.Done => null,
            CloseOutcome.Asked asked => asked.By == staff.Member.DisplayName ? null : new StepOutcome.Overtaken(asked.By, asked.AtUtc, QueueAction.ClosingAsked),
            CloseOutcome.AlreadyClosed closed => new StepOutcome.Overtaken(closed.By, closed.AtUtc, QueueAction.Closed),
            CloseOutcome.ChangedMeanwhile => new StepOutcome.ChangedMeanwhile(),
            CloseOutcome.NotFound => new StepOutcome.NotFound(),
            _ => new StepOutcome.Unfit(),
        };
        return hinders switch
        {
            null => new SeeOther($"/queue/{itemId}"),
            StepOutcome.NotFound => ErrorPages.NotFound(),
            _ => await pages.ShowAsync(itemId, entry, hinders, cancellationToken),
        };
    }
}

/// <summary>Makes the page of a case's steps.</summary>
internal sealed class CasePages(IQueueDesk desk, ICaseDesk cases, IDepartments departments, CurrentStaff staff)
{
    /// <param name="entry">A form that was sent, and not taken.</param>
    /// <param name="hindrance">Why it was not.</param>
    public async Task<IResult> ShowAsync(Guid itemId, StepEntry? entry, StepOutcome? hindrance, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(staff.Scope, itemId, cancellationToken) is not { } found)
            return ErrorPages.NotFound();
        return new RazorComponentResult<StepsPage>(new
        {
            Case = found,
            Colleagues = await cases.ListColleaguesAsync(staff.Scope, itemId, cancellationToken),
            Closed = await departments.ListWithoutDivisionAsync(cancellationToken),
            Entry = entry,
            Hindrance = hindrance,
        })
        {
            StatusCode = hindrance is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            PreventStreamingRendering = true,
        };
    }
}
