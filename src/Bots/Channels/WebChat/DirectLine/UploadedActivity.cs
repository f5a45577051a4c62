using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>
/// Reads an upload: several parts, of which one may be the activity, or one file as the body. A file counts as sent; its bytes are read over and
/// not kept, nor is its name.
/// </summary>
internal static class UploadedActivity
{
    public const long MostBytes = 32 * 1024 * 1024;

    /// <summary>Null when it is of no form that clients send.</summary>
    public static async Task<Activity?> ReadAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return null;
        if (type.MediaType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
        {
            await ReadOverAsync(request);
            return WithFiles(null, [type.MediaType ?? ""]);
        }

        var boundary = type.Parameters.FirstOrDefault(each => each.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');
        return string.IsNullOrEmpty(boundary) ? null : await ReadPartsAsync(new MultipartReader(boundary, request.Body), request.HttpContext.RequestAborted);
    }

    private static async Task<Activity?> ReadPartsAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        Activity? activity = null;
        var files = new List<string>();
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                if (IsActivity(part))
                    activity = await ReadActivityAsync(part.Body, cancellationToken) ?? activity;
                else
                    files.Add(part.ContentType ?? "");
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            // Cut off, too large or badly formed: what came before still counts.
        }

        return activity is null && files.Count == 0 ? null : WithFiles(activity, files);
    }

    private static async Task ReadOverAsync(HttpRequest request)
    {
        try
        {
            await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);
        }
        catch (IOException)
        {
            // Cut off or too large: that a file was sent still counts.
        }
    }

    private static bool IsActivity(MultipartSection part) =>
        part.ContentType?.StartsWith(Activity.ContentType, StringComparison.OrdinalIgnoreCase) == true
        || (ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) && disposition.Name?.Trim('"') == "activity");

    private static async Task<Activity?> ReadActivityAsync(Stream body, CancellationToken cancellationToken) =>
        await Bodies.ReadAsync(body, Bodies.MostActivityBytes, cancellationToken) is { } bytes ? PostedActivity.Read(bytes) : null;

    private static Activity WithFiles(Activity? activity, List<string> contentTypes)
    {
        activity ??= new Activity { ChannelData = new JObject() };
        activity.Type = ActivityTypes.Message;
        if (contentTypes.Count > 0)
            activity.Attachments = [.. contentTypes.Select(each => new Attachment { ContentType = each })];
        return activity;
    }
}
