using Senim.Bots.Channels.Sms;
using Senim.Bots.Channels.Telegram;
using Senim.Hosting.Configuration;
using Senim.Hosting.Serving;
using Senim.Intake.Checkups;
using Senim.Intake.Places;
using Senim.Routing;
using Senim.Routing.Alerts;

namespace Senim.Hosting.Cli.Checks;

/// <summary>Which checks there are, in the order in which their lines are printed.</summary>
internal static class CheckRegistration
{
    /// <summary>Of the client whose peers are told apart by address alone.</summary>
    public const string Client = "check";

    public static ServiceProvider Build(IConfiguration configuration, NodeSettings settings, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddSingleton(settings);
        services.AddSingleton(clock);
        services.AddHttpClient(Client).RemoveAllLoggers();
        services.AddSingleton<ICheck, SettingNamesCheck>();
        services.AddSingleton<ICheck, KeysCheck>();
        foreach (var database in Databases.Kinds)
            services.AddSingleton<ICheck>(new DatabaseCheck(database, settings));
        services.AddSingleton<ICheck>(DiskCheck.OfData(settings, DiskCheck.Measure));
        if (DiskCheck.OfEvidence(configuration, settings, DiskCheck.Measure) is { } evidence)
            services.AddSingleton<ICheck>(evidence);
        services.AddSingleton<ICheck, ClockCheck>();
        services.AddSingleton<ICheck, TlsCheck>();
        if (settings.Roles.HasFlag(NodeRoles.Intake))
            services.AddTelegramCheck().AddSmsCheck();
        services.AddAlertChecks();

        // Demo accounts are there to try the desk with; nobody waits for them.
        if (settings.Roles.HasFlag(NodeRoles.Routing) && !settings.IsDevelopment)
            services.AddPlaces().AddReachableOwnersCheck(Databases.WithoutMaking(settings.Database, settings.RoutingConnection), settings.Database);
        return services.BuildServiceProvider();
    }
}
