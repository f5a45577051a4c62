using System.Text.Json.Serialization;
using Telegram.Bot.Serialization;

namespace Telegram.Bot.Types;

/// <summary>A change of someone's membership in a chat.</summary>
public class ChatMemberUpdated
{
    public Chat Chat { get; set; } = default!;

    public User From { get; set; } = default!;

    [JsonConverter(typeof(UnixDateTimeConverter))]
    public DateTime Date { get; set; }

    [JsonPropertyName("old_chat_member")]
    public ChatMember OldChatMember { get; set; } = default!;

    [JsonPropertyName("new_chat_member")]
    public ChatMember NewChatMember { get; set; } = default!;

    [JsonPropertyName("invite_link")]
    public ChatInviteLink? InviteLink { get; set; }

    [JsonPropertyName("via_join_request")]
    public bool ViaJoinRequest { get; set; }

    [JsonPropertyName("via_chat_folder_invite_link")]
    public bool ViaChatFolderInviteLink { get; set; }
}
