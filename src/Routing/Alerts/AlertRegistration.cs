using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Senim.Intake.Checkups;
using Senim.Routing.Alerts.Account;
using Senim.Routing.Alerts.Answering;
using Senim.Routing.Alerts.Desk;
using Senim.Routing.Alerts.Email;
using Senim.Routing.Alerts.Sending;
using Senim.Routing.Alerts.StaffBot;
using Senim.Routing.Alerts.Webhook;

namespace Senim.Routing.Alerts;

public static class AlertRegistration
{
    /// <summary>Sends what is laid down. Needs <c>AddRouting</c>; for nodes with the routing role.</summary>
    public static IServiceCollection AddAlertSending(this IServiceCollection services) => services.AddMetrics().AddHostedService<AlertSender>().AddHostedService<StaffBotPolling>().AddHostedService<AlertWatch>();

    /// <summary>Looks whether the ways that are set work, without sending anything.</summary>
    public static IServiceCollection AddAlertChecks(this IServiceCollection services) => services.AddSingleton<ICheck, SmtpCheck>();

    /// <summary>The book and the ways, by the settings under <c>Senim:Alerts</c>.</summary>
    internal static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddAlertOptions<AlertOptions>(AlertOptions.Section, options => options.Faults())
            .Configure<IConfiguration>((options, configuration) =>
                options.ListensAt = configuration["Senim:Urls:Desk"] is { Length: > 0 } desk ? desk : options.ListensAt);
        services.AddSingleton<IAlertBook, AlertBook>();
        services.AddSingleton<IAlertAnswers, AlertAnswers>();
        services.AddSingleton<IAlertAccount, AlertAccount>();
        services.AddSingleton<IDeadAlerts, DeadAlerts>();
        services.AddSingleton<AlertStore>();
        services.AddSingleton<AlertReading>();
        services.AddAlertOptions<EmailOptions>(EmailOptions.Section, options => options.Faults());
        return services.AddWay<DeskCarrier>().AddWay<EmailCarrier>().AddStaffBotWay().AddWebhookWay();
    }

    private static IServiceCollection AddStaffBotWay(this IServiceCollection services)
    {
        services.AddAlertOptions<StaffBotOptions>(StaffBotOptions.Section, options => options.Faults())
            .Configure<IConfiguration>((options, configuration) =>
            {
                options.PublicToken = configuration["Senim:Telegram:Token"] ?? "";
                if (options.ApiUrl.Length == 0)
                    options.ApiUrl = configuration["Senim:Telegram:ApiUrl"] ?? "";
            });

        // The default HTTP logs print the path, and Telegram's path holds the bot's token.
        services.AddHttpClient(StaffBotClient.Http)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null });
        services.AddSingleton<StaffBotClient>();
        services.AddSingleton<StaffBotLinks>();
        services.AddSingleton<StaffBotTalk>();
        return services.AddWay<StaffBotCarrier>();
    }

    private static IServiceCollection AddWebhookWay(this IServiceCollection services)
    {
        services.AddAlertOptions<WebhookOptions>(WebhookOptions.Section, options => options.Faults());

        // The default HTTP logs print addresses.
        services.AddHttpClient(WebhookCarrier.Client)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null });
        return services.AddWay<WebhookCarrier>();
    }

    private static IServiceCollection AddWay<TCarrier>(this IServiceCollection services)
        where TCarrier : class, IAlertCarrier
    {
        services.AddSingleton<TCarrier>();
        services.AddSingleton<IAlertCarrier>(provider => provider.GetRequiredService<TCarrier>());
        return services.AddSingleton(provider => ActivatorUtilities.CreateInstance<AlertLane>(provider, provider.GetRequiredService<TCarrier>()));
    }

    private static OptionsBuilder<TOptions> AddAlertOptions<TOptions>(this IServiceCollection services, string section, Func<TOptions, IEnumerable<string>> faults)
        where TOptions : class
    {
        services.AddSingleton<IValidateOptions<TOptions>>(new FaultsCheck<TOptions>(faults));
        return services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
    }
}
