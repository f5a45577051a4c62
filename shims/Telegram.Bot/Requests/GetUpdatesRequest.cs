using System.Text.Json.Serialization;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Requests;

/// <summary>getUpdates: an offset confirms every update below it.</summary>
public class GetUpdatesRequest() : RequestBase<Update[]>("getUpdates")
{
    public int? Offset { get; set; }

    /// <summary>1 to 100.</summary>
    public int? Limit { get; set; }

    /// <summary>Seconds to wait for a first update.</summary>
    public int? Timeout { get; set; }

    [JsonPropertyName("allowed_updates")]
    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }
}
