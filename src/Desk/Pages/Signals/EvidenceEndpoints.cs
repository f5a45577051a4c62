using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Senim.Desk.Access;
using Senim.Desk.Http;
using Senim.Intake.Evidence;
using Senim.Routing.Evidence;
using Senim.Routing.Queues;

namespace Senim.Desk.Pages.Signals;

/// <summary>The files of a signal: pictures one by one, blurred first; anything else as a download for the person who has the item.</summary>
internal static class EvidenceEndpoints
{
    private const string Root = "/queue/{itemId:guid}/files";

    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Root}/{{file:guid}}", ShowAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapGet($"{Root}/{{file:guid}}/blurred", BlurredAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapGet($"{Root}/{{file:guid}}/clear", ClearAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost($"{Root}/{{file:guid}}/download", DownloadAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost($"{Root}/{{file:guid}}/heard", HeardAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost($"{Root}/asked", AskedAsync).RequireAuthorization(DeskPolicies.Staff);
    }

    /// <summary>Nothing leads here but a press on the link: opening clearly is an act of its own.</summary>
    private static async Task<IResult> ShowAsync(
        Guid itemId, Guid file, bool? clear, IQueueDesk desk, CurrentStaff staff, CancellationToken cancellationToken) =>
        await desk.OpenAsync(staff.Scope, itemId, cancellationToken) is { } found
        && found.Evidence.FirstOrDefault(each => each.Id == file) is { IsReleased: true, IsPicture: true } picture
            ? new RazorComponentResult<PicturePage>(new { found.Line, File = file, picture.Number, IsClear = clear ?? false }) { PreventStreamingRendering = true }
            : ErrorPages.NotFound();

    private static async Task<IResult> BlurredAsync(Guid itemId, Guid file, IEvidenceDesk desk, CurrentStaff staff, CancellationToken cancellationToken) =>
        Result(await desk.ShowAsync(staff.Scope, itemId, file, isBlurred: true, cancellationToken), name: null);

    private static async Task<IResult> ClearAsync(Guid itemId, Guid file, IEvidenceDesk desk, CurrentStaff staff, CancellationToken cancellationToken) =>
        Result(await desk.ShowAsync(staff.Scope, itemId, file, isBlurred: false, cancellationToken), name: null);

    private static async Task<IResult> DownloadAsync(
        Guid itemId, Guid file, IEvidenceDesk evidence, IQueueDesk desk, CurrentStaff staff, CancellationToken cancellationToken) =>
        await desk.OpenAsync(staff.Scope, itemId, cancellationToken) is { } found
            ? Result(await evidence.DownloadAsync(staff.Scope, itemId, file, cancellationToken), found.Line.Reference)
            : ErrorPages.NotFound();

    private static async Task<IResult> HeardAsync(Guid itemId, Guid file, IEvidenceDesk desk, CurrentStaff staff, CancellationToken cancellationToken) =>
        await desk.MarkHeardAsync(staff.Scope, itemId, file, cancellationToken) ? new SeeOther($"/queue/{itemId}#files") : ErrorPages.NotFound();

    private static async Task<IResult> AskedAsync(Guid itemId, IEvidenceDesk desk, CurrentStaff staff, CancellationToken cancellationToken) =>
        await desk.MarkAskedAsync(staff.Scope, itemId, cancellationToken) ? new SeeOther($"/queue/{itemId}#files") : ErrorPages.NotFound();

    /// <param name="name">Of the signal, for a file that leaves the desk; null for a picture that stays on the page.</param>
    private static IResult Result(OpenOutcome outcome, string? name) => outcome switch
    {
        OpenOutcome.Opened opened => new EvidenceResult(opened, name),
        OpenOutcome.CannotBeShown => Results.StatusCode(StatusCodes.Status415UnsupportedMediaType),
        _ => ErrorPages.NotFound(),
    };
}
