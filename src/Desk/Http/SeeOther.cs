using Microsoft.AspNetCore.Http;

namespace Senim.Desk.Http;

/// <summary>303: after a form was taken, the browser fetches this page; reloading it repeats nothing.</summary>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
