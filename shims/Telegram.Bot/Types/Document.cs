using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A general file.</summary>
public class Document : FileBase
{
    public PhotoSize? Thumbnail { get; set; }

    [JsonPropertyName("file_name")]
    public string? FileName { get; set; }

    [JsonPropertyName("mime_type")]
    public string? MimeType { get; set; }
}
