using Microsoft.Extensions.DependencyInjection;

namespace Senim.Intake.Triage;

public static class TriageRegistration
{
    /// <summary>Registers <see cref="ITriage"/>, compiled at first use and shared.</summary>
    public static IServiceCollection AddTriage(this IServiceCollection services) =>
        services.AddSingleton<ITriage>(_ => RuleTriage.Load());
}
