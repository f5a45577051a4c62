using Microsoft.Extensions.DependencyInjection;
using Senim.Bots.Conversation.Flows;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Outbox;

namespace Senim.Bots;

public static class BotsRegistration
{
    /// <summary>The channel-neutral centre. Channels are added one by one beside it.</summary>
    public static IServiceCollection AddBots(this IServiceCollection services)
    {
        services.AddReportFlow();
        services.AddSingleton<ConversationVault>();
        services.AddSingleton<TurnWriter>();
        services.AddSingleton<UnparsedTurns>();
        services.AddSingleton<ConversationLanes>();
        services.AddSingleton<ConversationCache>();
        services.AddSingleton<ReplyShower>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<IOutboxHandler, ShowOutboxHandler>();
        services.AddSingleton<TurnCommitter>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnCommitter>());
        return services.AddHostedService<TimeOutWorker>();
    }

    /// <summary>The conversation without storage or channels, to be played in a terminal.</summary>
    public static IServiceCollection AddConversationPlayer(this IServiceCollection services) =>
        services.AddReportFlow().AddSingleton<ConversationPlayer>();
}
