using Microsoft.Extensions.Diagnostics.HealthChecks;
using Senim.Desk;
using Senim.Hosting.Configuration;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Routing;
using Senim.Routing.Alerts;
using Senim.Routing.Storage;

namespace Senim.Hosting.Serving;

/// <summary>The side that staff reach: queues and, where the node has that role, the console.</summary>
internal static class DeskSide
{
    public static WebApplication Build(NodeSettings settings, KeyRing keys, EventWay way, ICheckpoints checkpoints)
    {
        var hasConsole = settings.Roles.HasFlag(NodeRoles.Desk);
        var builder = Side.Create(settings.DeskUrl);
        builder.Services.AddSingleton(checkpoints);
        builder.Services.AddIntake(new IntakeSettings(settings.IntakeConnection, keys, settings.Database));
        builder.Services.AddEvidenceFolder(settings);
        builder.Services.AddRouting(settings.RoutingConnection, settings.Database).AddOutbox<RoutingDb>();
        way.AddTo(builder.Services, consumes: settings.Roles.HasFlag(NodeRoles.Routing));
        if (settings.HasBrokers)
            builder.Services.AddRabbitMqQueueChanges();
        if (settings.Roles.HasFlag(NodeRoles.Routing))
            builder.Services.AddAlertSending().AddLadder();
        if (hasConsole)
        {
            builder.Services.AddStaffAccounts(settings.RoutingConnection, settings.Database);
            builder.Services.AddDesk(new DeskOptions { SessionKeysPath = Path.Combine(settings.KeysPath, "sessions") });
        }

        var health = builder.Services.AddHealthChecks().AddCheck<RoutingHealth>("routing", HealthStatus.Unhealthy, Health.Ready)
            .AddCheck<AlertsHealth>("alerts", HealthStatus.Healthy, Health.Ready);

        // Demo accounts are there to try the desk with; nobody waits for those of all other units.
        if (!settings.IsDevelopment)
        {
            builder.Services.AddOwnerWatch();
            health.AddCheck<OwnersHealth>("owners", HealthStatus.Healthy, Health.Ready);
        }

        var app = builder.Build();
        app.UseProxyScheme();
        if (hasConsole)
            app.MapDesk();
        app.MapHealth(inDetail: true);
        return app;
    }
}
