using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>What somebody is in a chat.</summary>
[JsonConverter(typeof(ChatMemberConverter))]
public abstract class ChatMember
{
    public abstract ChatMemberStatus Status { get; }

    public User User { get; set; } = default!;

    public bool IsAdmin => Status is ChatMemberStatus.Creator or ChatMemberStatus.Administrator;

    public bool IsInChat => Status switch
    {
        ChatMemberStatus.Creator or ChatMemberStatus.Administrator or ChatMemberStatus.Member => true,
        ChatMemberStatus.Restricted => this is ReceivedChatMember { IsMember: true },
        _ => false,
    };

    public DateTime? ExpireDate => (this as ReceivedChatMember)?.UntilDate;
}

/// <summary>A member as an update tells it.</summary>
internal sealed class ReceivedChatMember(ChatMemberStatus status, bool isMember, DateTime? untilDate) : ChatMember
{
    public override ChatMemberStatus Status { get; } = status;

    public bool IsMember { get; } = isMember;

    public DateTime? UntilDate { get; } = untilDate;
}
