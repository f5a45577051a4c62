using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Senim.Bots.Channels.Sms.Sweep;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Checkups;
using Senim.Intake.Evidence.Fetching;
using Senim.Intake.Privacy;
using Twilio.Clients;
using Twilio.Http;

namespace Senim.Bots.Channels.Sms;

public static class SmsRegistration
{
    /// <summary>To our own public address, and not to the server that the settings name.</summary>
    internal const string ProbeClient = "sms-probe";

    private const string Client = "sms";

    /// <summary>Names are looked up again after it.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>The SMS channel, by the settings under <c>Senim:Sms</c>; without an account it does nothing.</summary>
    public static IServiceCollection AddSmsChannel(this IServiceCollection services)
    {
        services.AddSmsClient();
        services.AddSingleton<ITwilioRestClient>(provider => CreateClient(
            provider.GetRequiredService<IOptions<SmsOptions>>().Value,
            provider.GetRequiredService<IHttpClientFactory>()));
        services.AddSingleton(provider => new SmsMapping(
            provider.GetRequiredService<BlindIndex>(),
            provider.GetRequiredService<IOptions<SmsOptions>>().Value.AccountSid));
        services.AddSingleton(provider => new SmsPace(
            provider.GetRequiredService<IOptions<SmsOptions>>().Value.PerSecond,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ReplyReferences>();
        services.AddSingleton<SmsSender>();
        services.AddSingleton<DeliveryResults>();
        services.AddSingleton<SmsWebhook>();
        services.AddSingleton<SmsStatus>();
        services.AddSingleton<MessageList>();
        services.AddSingleton<ReceivedTexts>();
        services.AddSingleton<SentTexts>();
        services.AddSingleton<UpstreamDeletion>();
        services.AddSingleton<TextSweep>();
        services.AddHostedService<SweepWorker>();
        services.AddHttpClient(SmsFileSource.Client)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = ConnectionLifetime })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddSingleton<IFileSource, SmsFileSource>();
        return services.AddSingleton<IReplyChannel, SmsChannel>();
    }

    /// <summary>Looks at the hotline from outside, without the channel.</summary>
    public static IServiceCollection AddSmsCheck(this IServiceCollection services)
    {
        services.AddSmsClient();
        services.AddHttpClient(ProbeClient).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services.AddSingleton<ICheck, SmsCheck>();
    }

    public static IEndpointRouteBuilder MapSms(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapPost(SmsOptions.WebhookPath, static context => context.RequestServices.GetRequiredService<SmsWebhook>().HandleAsync(context));
        endpoints.MapPost(SmsOptions.StatusPath, static context => context.RequestServices.GetRequiredService<SmsStatus>().HandleAsync(context));
        return endpoints;
    }

    internal static TwilioRestClient CreateClient(SmsOptions options, IHttpClientFactory clients)
    {
        var http = clients.CreateClient(Client);
        http.Timeout = TimeSpan.FromSeconds(options.ShowSeconds);
        return new TwilioRestClient(
            options.IsOn ? options.AccountSid : "off",
            options.IsOn ? options.AuthToken : "off",
            httpClient: new SystemNetHttpClient(http));
    }

    private static void AddSmsClient(this IServiceCollection services)
    {
        services.AddOptions<SmsOptions>().BindConfiguration(SmsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmsOptions>, SmsOptionsCheck>();

        // The default HTTP logs print addresses, and Twilio's hold the account and ids of messages.
        services.AddHttpClient(Client)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = ConnectionLifetime })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler(provider => new ApiAddress(provider.GetRequiredService<IOptions<SmsOptions>>().Value.ApiUrl));
    }
}
