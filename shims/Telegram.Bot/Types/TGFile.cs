using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A file ready for download; the link holds for at least an hour.</summary>
public class TGFile : FileBase
{
    [JsonPropertyName("file_path")]
    public string? FilePath { get; set; }
}
