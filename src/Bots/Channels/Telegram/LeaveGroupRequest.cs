using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Senim.Bots.Channels.Telegram;

/// <summary>Bot API, leaveChat.</summary>
internal sealed class LeaveGroupRequest() : RequestBase<bool>("leaveChat")
{
    public required ChatId ChatId { get; set; }
}
