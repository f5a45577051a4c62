using Senim.Bots.Conversation.Turns;

namespace Senim.Hosting.Serving;

/// <summary>Whatever fails on the public side: calm words and the numbers, never a stack trace; the log gets the kind of error alone.</summary>
internal sealed partial class CalmErrors(RequestDelegate next, ILogger<CalmErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // They have left; nobody reads an answer.
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            var tooLarge = error is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge };
            if (!tooLarge)
                LogFailed(logger, error.GetType().Name);
            context.Response.Clear();
            context.Response.StatusCode = error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsync(CalmWords.Unsent(), context.RequestAborted);
        }
    }

    [LoggerMessage(100, LogLevel.Error, "A request to the public side failed ({Error}).")]
    private static partial void LogFailed(ILogger logger, string error);
}
