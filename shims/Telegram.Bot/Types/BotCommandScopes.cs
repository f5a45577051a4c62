using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Everyone without a narrower scope.</summary>
public class BotCommandScopeDefault : BotCommandScope
{
    internal BotCommandScopeDefault()
    {
    }

    public override BotCommandScopeType Type => BotCommandScopeType.Default;
}

/// <summary>All private chats.</summary>
public class BotCommandScopeAllPrivateChats : BotCommandScope
{
    internal BotCommandScopeAllPrivateChats()
    {
    }

    public override BotCommandScopeType Type => BotCommandScopeType.AllPrivateChats;
}

/// <summary>All groups.</summary>
public class BotCommandScopeAllGroupChats : BotCommandScope
{
    internal BotCommandScopeAllGroupChats()
    {
    }

    public override BotCommandScopeType Type => BotCommandScopeType.AllGroupChats;
}

/// <summary>Administrators of all groups.</summary>
public class BotCommandScopeAllChatAdministrators : BotCommandScope
{
    internal BotCommandScopeAllChatAdministrators()
    {
    }

    public override BotCommandScopeType Type => BotCommandScopeType.AllChatAdministrators;
}

/// <summary>One chat.</summary>
public class BotCommandScopeChat : BotCommandScope
{
    internal BotCommandScopeChat(ChatId chatId) => ChatId = chatId;

    public override BotCommandScopeType Type => BotCommandScopeType.Chat;

    [JsonInclude, JsonPropertyName("chat_id")]
    internal ChatId ChatId { get; }
}

/// <summary>Administrators of one chat.</summary>
public class BotCommandScopeChatAdministrators : BotCommandScope
{
    internal BotCommandScopeChatAdministrators(ChatId chatId) => ChatId = chatId;

    public override BotCommandScopeType Type => BotCommandScopeType.ChatAdministrators;

    [JsonInclude, JsonPropertyName("chat_id")]
    internal ChatId ChatId { get; }
}

/// <summary>One member of one chat.</summary>
public class BotCommandScopeChatMember : BotCommandScope
{
    internal BotCommandScopeChatMember(ChatId chatId, long userId)
    {
        ChatId = chatId;
        UserId = userId;
    }

    public override BotCommandScopeType Type => BotCommandScopeType.ChatMember;

    [JsonInclude, JsonPropertyName("chat_id")]
    internal ChatId ChatId { get; }

    [JsonInclude, JsonPropertyName("user_id")]
    internal long UserId { get; }
}
