using System.Net.Http.Headers;
using System.Text.Json;
using Telegram.Bot.Types;

namespace Telegram.Bot.Serialization;

/// <summary>The body of a request: JSON, or multipart/form-data when a stream goes with it.</summary>
internal static class RequestContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public static HttpContent Create(object request)
    {
        byte[] json = [];
        var streams = InputFileConverter.CollectWhile(() => json = JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), JsonBotAPI.Options));
        if (streams.Count > 0)
            return CreateMultipart(json, streams);

        var content = new ByteArrayContent(json);
        content.Headers.ContentType = Json;
        return content;
    }

    private static MultipartFormDataContent CreateMultipart(byte[] json, List<InputFileStream> streams)
    {
        var form = new MultipartFormDataContent();
        using var document = JsonDocument.Parse(json);
        foreach (var field in document.RootElement.EnumerateObject())
        {
            var text = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
            form.Add(new StringContent(text), field.Name);
        }

        for (var index = 0; index < streams.Count; index++)
        {
            var name = index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            form.Add(new ByteArrayContent(ReadAll(streams[index].Content)), name, streams[index].FileName ?? name);
        }

        return form;
    }

    /// <summary>Copied, because a retry sends the same file again and the caller owns the stream.</summary>
    private static byte[] ReadAll(Stream stream)
    {
        if (stream.CanSeek)
            stream.Position = 0;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
