using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace Senim.Bots.Channels.Telegram;

/// <summary>
/// Bot API, getUpdates, each update as it came: one that cannot be read must not hold up the others of its batch, and polling with it.
/// </summary>
internal sealed class PollRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>Confirms every update below it.</summary>
    public int? Offset { get; set; }

    /// <summary>1-100.</summary>
    public int? Limit { get; set; }

    /// <summary>Seconds to wait for a first update.</summary>
    public int? Timeout { get; set; }

    public IReadOnlyList<UpdateType>? AllowedUpdates { get; set; }
}
