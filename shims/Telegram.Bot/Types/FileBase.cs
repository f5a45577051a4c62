using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>What all files have: an id that downloads, and one that only compares.</summary>
public abstract class FileBase
{
    [JsonPropertyName("file_id")]
    public string FileId { get; set; } = default!;

    [JsonPropertyName("file_unique_id")]
    public string FileUniqueId { get; set; } = default!;

    /// <summary>Bytes.</summary>
    [JsonPropertyName("file_size")]
    public long? FileSize { get; set; }
}
