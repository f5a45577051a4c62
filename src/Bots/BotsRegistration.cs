using Microsoft.Extensions.DependencyInjection;
using Senim.Bots.Channels;
using Senim.Bots.Conversation.Flows;
using Senim.Bots.Conversation.Spool;
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
        services.AddSingleton<QuestionWriter>();
        services.AddSingleton<TurnWriter>();
        services.AddSingleton<FlowLookups>();
        services.AddSingleton<UnparsedTurns>();
        services.AddSingleton<CrowdedTurns>();
        services.AddSingleton<EarlierReports>();
        services.AddSingleton<ConversationLanes>();
        services.AddSingleton<ConversationCache>();
        services.AddSingleton<ReplyShower>();
        services.AddOptions<SpoolOptions>().BindConfiguration(SpoolOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TurnSpool>();
        services.AddSingleton<SpoolGate>();
        services.AddSingleton<ForgedPosts>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<LateResults>();
        services.AddSingleton<IOutboxHandler, ShowOutboxHandler>();
        services.AddSingleton<IOutboxHandler, CleanOutboxHandler>();
        services.AddSingleton<IOutboxHandler, QuestionOutboxHandler>();
        services.AddSingleton<TurnCommitter>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnCommitter>());
        services.AddHostedService(provider => provider.GetRequiredService<TurnSpool>());
        services.AddHostedService<SpoolReplay>();
        return services.AddHostedService<TimeOutWorker>();
    }
}
