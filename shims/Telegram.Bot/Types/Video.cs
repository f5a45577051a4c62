using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A video file.</summary>
public class Video : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }

    public int Duration { get; set; }

    [JsonPropertyName("file_name")]
    public string? FileName { get; set; }

    [JsonPropertyName("mime_type")]
    public string? MimeType { get; set; }
}
