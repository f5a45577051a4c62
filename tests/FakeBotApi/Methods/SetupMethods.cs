using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Senim.FakeBotApi.Http;
using Senim.FakeBotApi.World;

namespace Senim.FakeBotApi.Methods;

/// <summary>What a bot says about itself, and its files and groups.</summary>
internal static partial class SetupMethods
{
    /// <summary>Bot API, getFile: bots can download files of up to 20 MB.</summary>
    private const int MaxDownloadBytes = 20 * 1024 * 1024;

    private static readonly string[] Scopes =
        ["default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators", "chat_member"];

    public static JsonNode GetMe(BotWorld world)
    {
        var me = world.Bot();
        me["can_join_groups"] = true;
        me["can_read_all_group_messages"] = false;
        me["supports_inline_queries"] = false;
        return me;
    }

    public static JsonNode SetMyCommands(BotWorld world, ApiParameters parameters)
    {
        if (parameters.Structure("commands") is not JsonArray commands)
            throw BotApiRefusal.BadRequest("can't parse commands JSON object: expected an Array of BotCommand");
        if (commands.Count > 100)
            throw BotApiRefusal.BadRequest("BOT_COMMANDS_TOO_MUCH");
        world.Setup.Commands[ScopeKey(parameters)] = [.. commands.Select(ReadCommand)];
        return true;
    }

    public static JsonNode GetMyCommands(BotWorld world, ApiParameters parameters) =>
        new JsonArray([.. world.Setup.Commands.GetValueOrDefault(ScopeKey(parameters), [])
            .Select(command => new JsonObject { ["command"] = command.Command, ["description"] = command.Description })]);

    public static JsonNode DeleteMyCommands(BotWorld world, ApiParameters parameters)
    {
        world.Setup.Commands.Remove(ScopeKey(parameters));
        return true;
    }

    /// <summary>Bot API: 0 to 512 characters.</summary>
    public static JsonNode SetMyDescription(BotWorld world, ApiParameters parameters) => SetText(world.Setup.Descriptions, parameters, "description", 512);

    /// <summary>Bot API: 0 to 120 characters.</summary>
    public static JsonNode SetMyShortDescription(BotWorld world, ApiParameters parameters) =>
        SetText(world.Setup.ShortDescriptions, parameters, "short_description", 120);

    public static JsonNode GetFile(BotWorld world, ApiParameters parameters)
    {
        if (parameters.String("file_id") is not { Length: > 0 } id)
            throw BotApiRefusal.BadRequest("file_id not specified");
        if (!world.Files.TryGetValue(id, out var file))
            throw BotApiRefusal.BadRequest("wrong file_id or the file is temporarily unavailable");
        if (file.Content.Length > MaxDownloadBytes)
            throw BotApiRefusal.BadRequest("file is too big");
        return new JsonObject { ["file_id"] = file.Id, ["file_unique_id"] = file.UniqueId, ["file_size"] = file.Content.Length, ["file_path"] = file.ToldPath ?? file.Path };
    }

    public static JsonNode LeaveChat(BotWorld world, ApiParameters parameters)
    {
        var chat = world.KnownChat(parameters);
        if (chat.Type == "private")
            throw BotApiRefusal.BadRequest("chat member status can't be changed in private chats");
        world.WritableChat(parameters);
        world.ChangeMembership(chat, world.Bot(), "left");
        return true;
    }

    private static JsonNode SetText(Dictionary<string, string> texts, ApiParameters parameters, string name, int maxLength)
    {
        var language = Language(parameters);
        var text = parameters.String(name) ?? string.Empty;
        if (text.Length > maxLength)
            throw BotApiRefusal.BadRequest($"{name} is too long");
        if (text.Length == 0)
            texts.Remove(language);
        else
            texts[language] = text;
        return true;
    }

    private static MenuCommand ReadCommand(JsonNode? node)
    {
        var command = (node as JsonObject)?["command"]?.GetValue<string>() ?? string.Empty;
        var description = (node as JsonObject)?["description"]?.GetValue<string>() ?? string.Empty;
        if (!CommandName().IsMatch(command.TrimStart('/')))
            throw BotApiRefusal.BadRequest("BOT_COMMAND_INVALID");
        if (description.Length is 0 or > 256)
            throw BotApiRefusal.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        return new MenuCommand(command.TrimStart('/'), description);
    }

    private static string ScopeKey(ApiParameters parameters)
    {
        var scope = parameters.Structure("scope") as JsonObject;
        var type = scope?["type"]?.GetValue<string>() ?? "default";
        if (!Scopes.Contains(type))
            throw BotApiRefusal.BadRequest("can't parse BotCommandScope: unsupported type specified");
        var chat = scope?["chat_id"] is { } chatId ? $":{chatId.ToJsonString()}" : string.Empty;
        if (chat.Length == 0 && type is ("chat" or "chat_administrators" or "chat_member"))
            throw BotApiRefusal.BadRequest("can't parse BotCommandScope: chat_id is empty");
        var user = scope?["user_id"] is { } userId ? $":{userId.ToJsonString()}" : string.Empty;
        return $"{type}{chat}{user}/{Language(parameters)}";
    }

    private static string Language(ApiParameters parameters)
    {
        var language = parameters.String("language_code") ?? string.Empty;
        return language.Length == 0 || LanguageCode().IsMatch(language) ? language : throw BotApiRefusal.BadRequest("LANG_CODE_INVALID");
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex CommandName();

    [GeneratedRegex("^[a-z]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageCode();
}
