using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;

namespace Senim.Bots.Conversation.Flows;

internal static class FlowRegistration
{
    /// <summary>The report flow as the one that the runner plays. Needs triage, places and promises.</summary>
    public static IServiceCollection AddReportFlow(this IServiceCollection services)
    {
        services.TryAddSingleton<IFlow, ReportFlow>();
        return services;
    }
}
