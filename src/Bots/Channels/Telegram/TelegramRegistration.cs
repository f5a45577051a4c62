using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Checkups;
using Senim.Intake.Evidence.Fetching;
using Senim.Intake.Privacy;
using Telegram.Bot;

namespace Senim.Bots.Channels.Telegram;

public static class TelegramRegistration
{
    private const string Client = "telegram";

    /// <summary>After it a changed address of the server is noticed.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(3);

    /// <summary>The Telegram channel, by the settings under <c>Senim:Telegram</c>; without a token it does nothing.</summary>
    public static IServiceCollection AddTelegramChannel(this IServiceCollection services)
    {
        services.AddTelegramClient();
        services.AddSingleton<ITelegramBotClient>(provider => CreateClient(
            provider.GetRequiredService<IOptions<TelegramOptions>>().Value,
            provider.GetRequiredService<IHttpClientFactory>()));
        services.AddSingleton(provider => new TelegramCalls(
            provider.GetRequiredService<ITelegramBotClient>(),
            TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<TelegramOptions>>().Value.ShowSeconds)));
        services.AddSingleton(provider => new TelegramMapping(
            provider.GetRequiredService<BlindIndex>(),
            provider.GetRequiredService<ITelegramBotClient>().BotId));
        services.AddSingleton<ChatCleaning>();
        services.AddSingleton<TelegramUpdates>();
        services.AddSingleton<TelegramWebhook>();
        services.AddSingleton<IReplyChannel, TelegramChannel>();
        services.AddSingleton<IFileSource, TelegramFileSource>();
        services.AddHostedService<TelegramSetup>();
        return services.AddHostedService<TelegramPolling>();
    }

    /// <summary>Looks at the bot as Telegram sees it, without the channel.</summary>
    public static IServiceCollection AddTelegramCheck(this IServiceCollection services)
    {
        services.AddTelegramClient();
        return services.AddSingleton<ICheck, TelegramCheck>();
    }

    /// <summary>The bot's name, without the channel.</summary>
    public static IServiceCollection AddBotName(this IServiceCollection services)
    {
        services.AddTelegramClient();
        return services.AddSingleton<IBotName, BotName>();
    }

    public static IEndpointRouteBuilder MapTelegramWebhook(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapPost("/telegram/webhook", static (HttpContext context, TelegramWebhook webhook) => webhook.HandleAsync(context));
        return endpoints;
    }

    internal static TelegramBotClient CreateClient(TelegramOptions options, IHttpClientFactory clients)
    {
        var clientOptions = new TelegramBotClientOptions(options.IsOn ? options.Token : "0:off", options.ApiUrl.Length > 0 ? options.ApiUrl : null)
        {
            // The outbox waits, not the turn.
            RetryThreshold = 0,
        };
        return new TelegramBotClient(clientOptions, clients.CreateClient(Client));
    }

    private static void AddTelegramClient(this IServiceCollection services)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsCheck>();

        // The default HTTP logs print the path, and Telegram's path holds the bot's token.
        services.AddHttpClient(Client)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // The Bot API knows none of these, and each is looked after at every call.
                AllowAutoRedirect = false,
                UseCookies = false,
                ActivityHeadersPropagator = null,
                PooledConnectionLifetime = ConnectionLifetime,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }
}
