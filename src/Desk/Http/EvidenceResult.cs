using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Senim.Intake.Evidence;

namespace Senim.Desk.Http;

/// <summary>
/// Bytes that somebody unknown sent: under a type that makes no page of them, in a sandbox, for no cache, and under a name of ours.
/// </summary>
/// <param name="reference">Null for what stays on its page.</param>
internal sealed class EvidenceResult(OpenOutcome.Opened opened, string? reference) : IResult
{
    private const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var content = opened.Content;
        var answer = httpContext.Response;
        answer.ContentType = FileTypes.ContentType(opened.Item.Type);
        answer.Headers.ContentSecurityPolicy = Policy;
        answer.Headers.ContentDisposition = reference is null
            ? "inline"
            : string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{reference}-{opened.Item.Number}.{FileTypes.Ending(opened.Item.Type)}\"");
        try
        {
            await content.CopyToAsync(answer.Body, httpContext.RequestAborted);
        }
        catch (CryptographicException) when (answer.HasStarted)
        {
            // It was changed on the disk. What came so far must not pass for the whole.
            httpContext.Abort();
        }
    }
}
