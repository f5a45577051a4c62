using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Who sees a menu of commands.</summary>
[JsonDerivedType(typeof(BotCommandScopeDefault))]
[JsonDerivedType(typeof(BotCommandScopeAllPrivateChats))]
[JsonDerivedType(typeof(BotCommandScopeAllGroupChats))]
[JsonDerivedType(typeof(BotCommandScopeAllChatAdministrators))]
[JsonDerivedType(typeof(BotCommandScopeChat))]
[JsonDerivedType(typeof(BotCommandScopeChatAdministrators))]
[JsonDerivedType(typeof(BotCommandScopeChatMember))]
public abstract class BotCommandScope
{
    public abstract BotCommandScopeType Type { get; }

    public static BotCommandScopeDefault Default() => new();

    public static BotCommandScopeAllPrivateChats AllPrivateChats() => new();

    public static BotCommandScopeAllGroupChats AllGroupChats() => new();

    public static BotCommandScopeAllChatAdministrators AllChatAdministrators() => new();

    public static BotCommandScopeChat Chat(ChatId chatId) => new(chatId);

    public static BotCommandScopeChatAdministrators ChatAdministrators(ChatId chatId) => new(chatId);

    public static BotCommandScopeChatMember ChatMember(ChatId chatId, long userId) => new(chatId, userId);
}
