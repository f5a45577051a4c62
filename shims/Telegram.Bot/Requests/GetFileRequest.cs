using System.Text.Json.Serialization;
using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>getFile: at most 20 MB at Telegram's own server.</summary>
public class GetFileRequest() : RequestBase<TGFile>("getFile")
{
    [JsonPropertyName("file_id")]
    public required string FileId { get; set; }
}
