using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Senim.Intake.Evidence;
using Senim.Intake.Evidence.Files;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>
/// Reads an upload: several parts, of which one may be the activity, or one file as the body. Files go to the disk as they come, sealed; their
/// names and what the client calls their type stay behind here.
/// </summary>
internal sealed class UploadReading(EvidenceFolder folder)
{
    public const long MostBytes = 32 * 1024 * 1024;

    /// <summary>Files in one upload; further ones only count as sent.</summary>
    private const int MostFiles = 10;

    /// <summary>Null when it is of no form that clients send.</summary>
    public async Task<Upload?> ReadAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return null;
        var files = new List<InboundFile>();
        try
        {
            if (type.MediaType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
            {
                await TakeAsync(request.Body, type.MediaType, files, request.HttpContext.RequestAborted);
                return WithFiles(null, files, [type.MediaType ?? ""]);
            }

            var boundary = type.Parameters.FirstOrDefault(each => each.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');
            return string.IsNullOrEmpty(boundary) ? null : await ReadPartsAsync(new MultipartReader(boundary, request.Body), files, request.HttpContext.RequestAborted);
        }
        catch
        {
            Abandon(files);
            throw;
        }
    }

    /// <summary>Nobody will know of them.</summary>
    public void Abandon(IReadOnlyList<InboundFile> files)
    {
        foreach (var stored in files.Select(file => file.Stored).OfType<SealedFile>())
            folder.Delete(stored.Name);
    }

    private async Task<Upload?> ReadPartsAsync(MultipartReader reader, List<InboundFile> files, CancellationToken cancellationToken)
    {
        Activity? activity = null;
        var types = new List<string>();
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                if (IsActivity(part))
                {
                    activity = await ReadActivityAsync(part.Body, cancellationToken) ?? activity;
                    continue;
                }

                types.Add(part.ContentType ?? "");
                await TakeAsync(part.Body, part.ContentType, files, cancellationToken);
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            // Cut off, too large or badly formed: what came before still counts.
        }

        return activity is null && types.Count == 0 ? null : WithFiles(activity, files, types);
    }

    /// <summary>A file that breaks off, or for which there is no room, leaves a note of what became of it.</summary>
    private async Task TakeAsync(Stream content, string? contentType, List<InboundFile> files, CancellationToken cancellationToken)
    {
        if (files.Count >= MostFiles)
            return;
        var taken = new InboundFile { Kind = Kind(contentType), State = EvidenceState.NoRoom };
        try
        {
            await using var sealing = folder.Begin(EvidenceOptions.MostFileBytes);
            taken = await TakeAsync(content, sealing, taken, cancellationToken);
        }
        catch (IOException)
        {
            // Before the first byte: there is no room. The sender is not left with a connection that nobody reads.
            await ReadOverAsync(content, cancellationToken);
        }

        files.Add(taken);
    }

    private static async Task<InboundFile> TakeAsync(Stream content, SealingStream sealing, InboundFile file, CancellationToken cancellationToken)
    {
        try
        {
            await content.CopyToAsync(sealing, cancellationToken);
            var stored = await sealing.CompleteAsync(cancellationToken);
            return file with { Kind = Kind(stored.Type) ?? file.Kind, Stored = stored, State = EvidenceState.Stored };
        }
        catch (IOException) when (sealing.IsTooLarge || sealing.HasNoRoom)
        {
            await ReadOverAsync(content, cancellationToken);
            return file with { State = sealing.IsTooLarge ? EvidenceState.TooLarge : EvidenceState.NoRoom };
        }
        catch (IOException)
        {
            // Cut off on its way, or the whole upload is too large: that a file was sent still counts.
            return file with { State = EvidenceState.Gone };
        }
    }

    private static async Task ReadOverAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
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

    private static Upload WithFiles(Activity? activity, IReadOnlyList<InboundFile> files, IReadOnlyList<string> contentTypes)
    {
        activity ??= new Activity { ChannelData = new JObject() };
        activity.Type = ActivityTypes.Message;
        if (contentTypes.Count > 0)
            activity.Attachments = [.. contentTypes.Select(each => new Attachment { ContentType = each })];
        return new Upload(activity, files);
    }

    private static MediaKind Kind(string? contentType) => contentType?.Split('/')[0].ToLowerInvariant() switch
    {
        "audio" => MediaKind.Voice,
        "image" => MediaKind.Picture,
        "video" => MediaKind.Video,
        _ => MediaKind.File,
    };

    private static MediaKind? Kind(FileType type) => type switch
    {
        FileType.Jpeg or FileType.Png or FileType.WebP or FileType.Gif or FileType.Heic => MediaKind.Picture,
        FileType.Ogg or FileType.Mp3 or FileType.M4a => MediaKind.Voice,
        FileType.Pdf => MediaKind.File,
        _ => null,
    };
}

/// <summary>An upload as it was read.</summary>
internal sealed record Upload(Activity Activity, IReadOnlyList<InboundFile> Files)
{
    public bool HasNoRoom => Files.Any(file => file.State == EvidenceState.NoRoom);
}
