using System.Globalization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Storage;
using Senim.Routing.Alerts;
using Senim.Routing.Departments.Reachability;
using Senim.Routing.Storage;

namespace Senim.Hosting.Serving;

/// <summary>
/// <c>GET /health/live</c> and <c>/health/ready</c>, on both sides. Each says one word; the desk's says below it what its checks have to
/// tell, a line each: counts and times only.
/// </summary>
internal static class Health
{
    public static readonly string[] Ready = ["ready"];

    public static void MapHealth(this WebApplication app, bool inDetail = false)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        var ready = new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready[0]) };
        if (inDetail)
            ready.ResponseWriter = WriteAsync;
        app.MapHealthChecks("/health/ready", ready).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        var told = report.Entries.Where(entry => entry.Value.Description is not null).Select(entry => $"\n{entry.Key}: {entry.Value.Description}");
        return context.Response.WriteAsync(report.Status + string.Concat(told));
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

/// <summary>How long an Emergency and an alert have waited: a warning, since staff mend it and not a new node.</summary>
internal sealed class AlertsHealth(IDbContextFactory<RoutingDb> contexts, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var backlog = await AlertBacklog.ReadAsync(db, cancellationToken);
            return backlog is { EmergencySinceUtc: null, PendingSinceUtc: null }
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Healthy($"oldest Emergency that nobody has: {Age(backlog.EmergencySinceUtc)}; oldest alert that has not gone out: {Age(backlog.PendingSinceUtc)}.");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // That the database is away is said by the check of the database.
            return HealthCheckResult.Healthy();
        }
    }

    private string Age(DateTime? since) => since is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (clock.NowUtc() - time).TotalSeconds):0} s")
        : "none";
}

/// <summary>Units in which nobody can be alerted: a warning, since others are alerted instead, and the node works.</summary>
internal sealed class OwnersHealth(IOwnerWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        watch.Last is { Unreached.Count: > 0 and var unreached } report
            ? HealthCheckResult.Healthy($"in {unreached} of {report.Units} units nobody can be alerted; others are alerted instead.")
            : HealthCheckResult.Healthy());
}
