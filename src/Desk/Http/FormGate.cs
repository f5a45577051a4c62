using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Senim.Desk.Http;

/// <summary>
/// Refuses every request that could change something and does not carry this session's form token. The framework looks at the
/// token; left alone it refuses only where a handler binds form fields.
/// </summary>
internal sealed class FormGateMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
        if (reads || MayPassWithout(context) || context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true })
            await next(context);
        else
            await ErrorPages.ShowAsync(context, StatusCodes.Status400BadRequest);
    }

    private static bool MayPassWithout(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };
}
