using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Senim.Bots.Conversation.Spool;

/// <summary>Unhealthy while messages cannot be kept, degraded while some wait for the database or lie aside.</summary>
internal sealed class SpoolHealth(TurnSpool spool) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        spool.IsFailing ? HealthCheckResult.Unhealthy("The spool is full or cannot be written.")
        : spool.HoldsAside ? HealthCheckResult.Degraded("Something lies in the spool's folder 'aside'.")
        : spool.IsEmpty ? HealthCheckResult.Healthy()
        : HealthCheckResult.Degraded("Messages wait in the spool for the database."));
}

public static class SpoolHealthRegistration
{
    public static IHealthChecksBuilder AddSpoolCheck(this IHealthChecksBuilder checks, params IEnumerable<string> tags) =>
        checks.AddCheck<SpoolHealth>("spool", HealthStatus.Unhealthy, tags);
}
