using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Senim.Bots.Channels.WebChat.Lines;

/// <summary>The two kinds of line: what the reporter did, and what they are to see.</summary>
internal static class LineActivities
{
    public const string UserId = "you";
    public const string BotId = "senim";

    /// <summary>The posted activity again, with what its client knows it by and nothing else of it but the words.</summary>
    public static Activity Echo(WebMark mark) => new()
    {
        Type = mark.Type,
        ChannelId = KnownChannels.Directline,
        From = new ChannelAccount { Id = UserId, Role = RoleTypes.User },
        Name = mark.EventName,
        Text = mark.Shown,
        TextFormat = TextFormatTypes.Plain,
        ChannelData = mark.ClientActivityId is null ? null : new EchoData { ClientActivityId = mark.ClientActivityId },
    };

    public static Activity Reply(OutboundReply reply)
    {
        var choices = reply.Choices.SelectMany(row => row).ToList();
        return new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = KnownChannels.Directline,
            From = new ChannelAccount { Id = BotId, Role = RoleTypes.Bot },
            Text = reply.Text,
            TextFormat = TextFormatTypes.Plain,
            Locale = reply.Language.Code(),
            InputHint = InputHints.ExpectingInput,
            SuggestedActions = choices.Count == 0 ? null : new SuggestedActions { To = [], Actions = [.. choices.Select(Button)] },
            ChannelData = new ReplyData
            {
                State = reply.State,
                Rows = [.. reply.Choices.Select(row => row.Count)],
                IsDangerHelp = reply.IsDangerHelp,
                ClearsChat = reply.ClearsChat,
            },
        };
    }

    public static string? ClientActivityId(Activity line) => Data(line, EchoData.ClientActivityIdName) is { Type: JTokenType.String } id ? (string?)id : null;

    public static bool IsEcho(Activity line) => line.From?.Role == RoleTypes.User;

    public static bool ClearsChat(Activity line) => Data(line, ReplyData.ClearsChatName) is { Type: JTokenType.Boolean } clears && (bool)clears;

    private static CardAction Button(ReplyChoice choice) => new()
    {
        Type = ActionTypes.PostBack,
        Title = choice.Label,
        Value = ChoiceCode.Write(choice),
        ChannelData = choice.IsDanger ? new ButtonData { IsDanger = true } : null,
    };

    private static JToken? Data(Activity line, string name) => (line.ChannelData as JObject)?[name];

    private sealed class EchoData
    {
        public const string ClientActivityIdName = "clientActivityID";

        [JsonProperty(ClientActivityIdName)]
        public required string ClientActivityId { get; init; }
    }

    private sealed class ReplyData
    {
        public const string ClearsChatName = "clearsChat";

        [JsonProperty("state")]
        public required string State { get; init; }

        /// <summary>How many of the buttons stand in each row.</summary>
        [JsonProperty("rows")]
        public required IReadOnlyList<int> Rows { get; init; }

        [JsonProperty("isDangerHelp", DefaultValueHandling = DefaultValueHandling.Ignore)]
        public required bool IsDangerHelp { get; init; }

        [JsonProperty(ClearsChatName, DefaultValueHandling = DefaultValueHandling.Ignore)]
        public required bool ClearsChat { get; init; }
    }

    private sealed class ButtonData
    {
        [JsonProperty("danger")]
        public required bool IsDanger { get; init; }
    }
}
