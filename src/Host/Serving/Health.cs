using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Storage;
using Senim.Routing.Storage;

namespace Senim.Hosting.Serving;

/// <summary><c>GET /health/live</c> and <c>/health/ready</c>, on both sides. Each says one word.</summary>
internal static class Health
{
    public static readonly string[] Ready = ["ready"];

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready[0]) }).AllowAnonymous();
    }

    /// <summary>Unhealthy when the database does not answer; degraded when something has waited in its outbox for minutes.</summary>
    public static async Task<HealthCheckResult> CheckAsync<TDb>(
        IDbContextFactory<TDb> contexts, TimeProvider clock, CancellationToken cancellationToken)
        where TDb : DbContext
    {
        try
        {
            var late = clock.NowUtc() - TimeSpan.FromMinutes(2);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Set<OutboxRow>().AnyAsync(row => row.Kind == OutboxKind.Event && row.CreatedUtc < late, cancellationToken)
                ? HealthCheckResult.Degraded("An event has waited in the outbox for more than 2 minutes.")
                : HealthCheckResult.Healthy();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"The database does not answer ({error.GetType().Name}).");
        }
    }
}

internal sealed class IntakeHealth(IDbContextFactory<IntakeDb> contexts, TimeProvider clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Health.CheckAsync(contexts, clock, cancellationToken);
}

internal sealed class RoutingHealth(IDbContextFactory<RoutingDb> contexts, TimeProvider clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Health.CheckAsync(contexts, clock, cancellationToken);
}
