using Microsoft.Extensions.Diagnostics.HealthChecks;
using Senim.Bots;
using Senim.Bots.Channels.Sms;
using Senim.Bots.Channels.Telegram;
using Senim.Bots.Channels.WebChat;
using Senim.Bots.Conversation.Spool;
using Senim.Hosting.Configuration;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Privacy;
using Senim.Intake.Triage;

namespace Senim.Hosting.Serving;

/// <summary>The side that reporters reach: the channels, and what makes signals of what they say.</summary>
internal static class PublicSide
{
    /// <summary>Requests of this side are short texts; the one endpoint that takes more says so itself.</summary>
    private const long MostBytes = 512 * 1024;

    public static WebApplication Build(NodeSettings settings, KeyRing keys, EventWay way, ICheckpoints checkpoints)
    {
        var builder = Side.Create(settings.PublicUrl);
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = MostBytes);
        builder.Services.AddSingleton(checkpoints);
        way.AddTo(builder.Services);
        builder.Services.AddIntake(new IntakeSettings(settings.IntakeConnection, keys, settings.Database)).AddIntakeWriting().AddTriage();
        builder.Services.AddBots();
        builder.Services.PostConfigure<SpoolOptions>(spool => spool.Path = spool.Path.Length > 0 ? spool.Path : Path.Combine(settings.DataPath, "spool"));
        builder.Services.AddEvidenceFolder(settings);
        builder.Services.AddTelegramChannel();
        builder.Services.AddSmsChannel();
        builder.Services.AddWebChat();
        builder.Services.AddHealthChecks().AddCheck<IntakeHealth>("intake", HealthStatus.Unhealthy, Health.Ready).AddSpoolCheck(Health.Ready);

        var app = builder.Build();
        app.UseProxyScheme();
        app.UseMiddleware<CalmErrors>();
        app.UseRouting();
        app.MapTelegramWebhook();
        app.MapSms();
        app.MapWebChat();
        app.MapHealth();
        return app;
    }
}
