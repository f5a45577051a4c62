using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;

namespace Telegram.Bot.Types.Enums;

/// <summary>What someone is in a chat.</summary>
[JsonConverter(typeof(EnumConverter<ChatMemberStatus>))]
public enum ChatMemberStatus
{
    Creator = 1,
    Administrator = 2,
    Member = 3,
    Left = 4,
    Kicked = 5,
    Restricted = 6,
}
