using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Senim.Shims.BotBuilder.Tests;

/// <summary>Activities as they come from a web chat client.</summary>
internal static class Incoming
{
    public static Activity Message(string text) => With(ActivityTypes.Message, activity => activity.Text = text);

    public static Activity Event(string name) => With(ActivityTypes.Event, activity => activity.Name = name);

    public static Activity With(string type, Action<Activity>? more = null)
    {
        var activity = new Activity
        {
            Type = type,
            Id = "in-1",
            ChannelId = Channels.Directline,
            ServiceUrl = "https://chat.example/",
            From = new ChannelAccount(id: "dl_user", role: RoleTypes.User),
            Recipient = new ChannelAccount(id: "bot", role: RoleTypes.Bot),
            Conversation = new ConversationAccount(id: "conversation-1"),
            Locale = "kk-KZ",
        };
        more?.Invoke(activity);
        return activity;
    }
}
