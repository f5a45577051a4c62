using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Senim.Desk.Http;

/// <summary>
/// Whatever fails ends here, once: calm words for the person, and for the log where it happened. Never the exception's message,
/// which may quote what somebody wrote.
/// </summary>
internal sealed partial class FailuresMiddleware(RequestDelegate next, ILogger<FailuresMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The browser went away.
        }
        catch (BadHttpRequestException malformed) when (!context.Response.HasStarted)
        {
            await ErrorPages.ShowAsync(context, malformed.StatusCode);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            LogFailure(context.TraceIdentifier, failure.GetType().Name, failure.InnerException?.GetType().Name, failure.StackTrace);
            await ErrorPages.ShowAsync(context, StatusCodes.Status500InternalServerError);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {TraceId} of the desk failed: {Failure} ({Inner})\n{StackTrace}")]
    private partial void LogFailure(string traceId, string failure, string? inner, string? stackTrace);
}
