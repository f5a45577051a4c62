using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Senim.Desk.Pages.Shared;

namespace Senim.Desk.Http;

/// <summary>The few pages for when something is not there or goes wrong: the same form for each cause, so that nothing shows through.</summary>
internal static class ErrorPages
{
    public static RazorComponentResult<MessagePage> Page(int status) => new(new { Status = status })
    {
        StatusCode = status,
        PreventStreamingRendering = true,
    };

    public static RazorComponentResult<MessagePage> NotFound() => Page(StatusCodes.Status404NotFound);

    public static Task ShowAsync(HttpContext context, int status) => Page(status).ExecuteAsync(context);
}
