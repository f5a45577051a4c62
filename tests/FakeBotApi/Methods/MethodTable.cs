using System.Text.Json.Nodes;
using Senim.FakeBotApi.Http;
using Senim.FakeBotApi.World;

namespace Senim.FakeBotApi.Methods;

/// <summary>The methods that are carried out at once; names are read without regard to case, as the Bot API does.</summary>
internal static class MethodTable
{
    public static IReadOnlyDictionary<string, Func<BotWorld, ApiParameters, JsonNode>> Methods { get; } =
        new Dictionary<string, Func<BotWorld, ApiParameters, JsonNode>>(StringComparer.OrdinalIgnoreCase)
        {
            ["getMe"] = (world, _) => SetupMethods.GetMe(world),
            ["sendMessage"] = MessageMethods.SendMessage,
            ["editMessageText"] = MessageMethods.EditMessageText,
            ["deleteMessage"] = MessageMethods.DeleteMessage,
            ["deleteMessages"] = MessageMethods.DeleteMessages,
            ["answerCallbackQuery"] = MessageMethods.AnswerCallbackQuery,
            ["setMyCommands"] = SetupMethods.SetMyCommands,
            ["getMyCommands"] = SetupMethods.GetMyCommands,
            ["deleteMyCommands"] = SetupMethods.DeleteMyCommands,
            ["setMyDescription"] = SetupMethods.SetMyDescription,
            ["setMyShortDescription"] = SetupMethods.SetMyShortDescription,
            ["getFile"] = SetupMethods.GetFile,
            ["leaveChat"] = SetupMethods.LeaveChat,
        };
}
