using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Senim.Desk.Access;
using Senim.Desk.Http;
using Senim.Intake;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Routing.Queues;

namespace Senim.Desk.Pages.Signals;

/// <summary>Asking the reporter, in two steps: what they will see is shown first, with what should not be asked, and only then sent.</summary>
internal static class AskEndpoints
{
    public static void MapAsking(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/queue/{itemId:guid}/ask", ShowAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost("/queue/{itemId:guid}/ask/send", SendAsync).RequireAuthorization(DeskPolicies.Staff);
    }

    private static async Task<IResult> ShowAsync(
        Guid itemId, IQueueDesk desk, CurrentStaff staff, [FromForm] string? code, [FromForm] string? language, [FromForm] string? text, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(staff.Scope, itemId, cancellationToken) is not { } found)
            return ErrorPages.NotFound();
        var (question, problem) = Read(Guid.CreateVersion7(), code, language, text, found.Line);
        return Page(found.Line, question, problem, code, text);
    }

    private static async Task<IResult> SendAsync(
        Guid itemId,
        IQueueDesk desk,
        CurrentStaff staff,
        [FromForm] Guid id,
        [FromForm] string? code,
        [FromForm] string? language,
        [FromForm] string? text,
        CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(staff.Scope, itemId, cancellationToken) is not { } found)
            return ErrorPages.NotFound();
        var (question, problem) = Read(id, code, language, text, found.Line);
        if (question is null)
            return Page(found.Line, null, problem, code, text);
        return await desk.AskAsync(staff.Scope, itemId, question, cancellationToken) switch
        {
            AskOutcome.Asked => new SeeOther($"/queue/{itemId}#ask"),
            AskOutcome.TooMany => Page(found.Line, null, "many", code, text),
            AskOutcome.Absent => found.IsErased ? Page(found.Line, null, "erased", code, text) : ErrorPages.NotFound(),
        };
    }

    private static (NewQuestion? Question, string? Problem) Read(Guid id, string? code, string? languageCode, string? text, QueueLine line)
    {
        if (!Languages.TryParse(languageCode, out var language))
            language = line.Language;
        if (code is not null && QuestionCodes.Ready.Contains(code))
            return (new NewQuestion(id, code, language, null), null);
        if (code != QuestionCodes.Own)
            return (null, "none");
        var own = Plain(text ?? "", line.Channel);
        return own.Length == 0 ? (null, "empty")
            : own.Length > QuestionWording.MostCharsOn(line.Channel) ? (null, "long")
            : (new NewQuestion(id, code, language, own), null);
    }

    /// <summary>Without marks that nobody sees; over SMS in one line, where a line that begins with a number would read as a choice.</summary>
    private static string Plain(string text, ChannelKind channel)
    {
        var kept = new string([.. text.ReplaceLineEndings("\n").Where(sign => sign == '\n' || !char.IsControl(sign))]).Trim();
        return channel == ChannelKind.Sms ? string.Join(' ', kept.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : kept;
    }

    private static RazorComponentResult<AskPage> Page(QueueLine line, NewQuestion? question, string? problem, string? code, string? text) => new(new
    {
        Line = line,
        Question = question,
        Hints = question?.Text is { } own ? QuestionHints.Find(own) : [],
        Problem = problem,
        Code = code,
        Text = text,
        question?.Language,
    })
    {
        StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        PreventStreamingRendering = true,
    };
}
