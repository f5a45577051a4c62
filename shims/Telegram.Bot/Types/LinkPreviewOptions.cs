using System.Text.Json.Serialization;

namespace Telegram.Bot.Types;

/// <summary>Whether and how the link in a text is previewed.</summary>
public class LinkPreviewOptions
{
    public static readonly LinkPreviewOptions Disabled = new() { IsDisabled = true };

    [JsonPropertyName("is_disabled")]
    public bool IsDisabled { get; set; }

    public string? Url { get; set; }

    [JsonPropertyName("prefer_small_media")]
    public bool PreferSmallMedia { get; set; }

    [JsonPropertyName("prefer_large_media")]
    public bool PreferLargeMedia { get; set; }

    [JsonPropertyName("show_above_text")]
    public bool ShowAboveText { get; set; }

    [Obsolete("Use LinkPreviewOptions.Disabled.")]
    public static implicit operator LinkPreviewOptions?(bool disabled) => disabled ? Disabled : null;

    public static implicit operator LinkPreviewOptions(string url) => new() { Url = url };
}
