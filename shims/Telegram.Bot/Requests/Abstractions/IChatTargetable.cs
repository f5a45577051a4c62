using Telegram.Bot.Types;

namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A request that goes to one chat.</summary>
public interface IChatTargetable
{
    ChatId ChatId { get; }
}
