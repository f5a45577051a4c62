using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;

namespace Senim.Bots.Conversation.Flows;

internal static class FlowRegistration
{
    /// <summary>The report and what follows it as the one flow that the runner plays. Needs triage, places and promises.</summary>
    public static IServiceCollection AddReportFlow(this IServiceCollection services)
    {
        services.TryAddSingleton<ReportFlow>();
        services.TryAddSingleton<FollowFlow>();
        services.TryAddSingleton<IFlow, ConversationFlow>();
        return services;
    }
}
