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

/// <summary>The side that staff reach: queues and the console.</summary>
internal static class DeskSide
{
    /// <param name="consumers">Of the other side, which hears of staff's steps by the same transport.</param>
    public static WebApplication Build(
        NodeSettings settings, KeyRing keys, IEnumerable<IEventConsumer> consumers, ICheckpoints checkpoints)
    {
        var builder = Side.Create(settings.DeskUrl);
        builder.Services.AddSingleton(checkpoints);
        builder.Services.AddIntake(new IntakeSettings(settings.IntakeConnection, keys, settings.Database));
        builder.Services.AddEvidenceFolder(settings);
        builder.Services.AddRouting(settings.RoutingConnection, settings.Database).AddInProcessTransport().AddOutbox<RoutingDb>();
        if (settings.Roles.HasFlag(NodeRoles.Routing))
            builder.Services.AddAlertSending().AddLadder();
        foreach (var consumer in consumers)
            builder.Services.AddSingleton(consumer);
        builder.Services.AddStaffAccounts(settings.RoutingConnection, settings.Database);
        builder.Services.AddDesk(new DeskOptions { SessionKeysPath = Path.Combine(settings.KeysPath, "sessions") });
        var health = builder.Services.AddHealthChecks().AddCheck<RoutingHealth>("routing", HealthStatus.Unhealthy, Health.Ready);

        // Demo accounts are there to try the desk with; nobody waits for those of all other units.
        if (!settings.IsDevelopment)
        {
            builder.Services.AddOwnerWatch();
            health.AddCheck<OwnersHealth>("owners", HealthStatus.Healthy, Health.Ready);
        }

        var app = builder.Build();
        app.UseProxyScheme();
        app.MapDesk();
        app.MapHealth(inDetail: true);
        return app;
    }
}
