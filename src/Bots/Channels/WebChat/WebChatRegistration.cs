using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Senim.Bots.Channels.WebChat.DirectLine;
using Senim.Bots.Channels.WebChat.Lines;
using Senim.Bots.Channels.WebChat.Page;
using Senim.Bots.Conversation.Turns;

namespace Senim.Bots.Channels.WebChat;

public static class WebChatRegistration
{
    /// <summary>The web chat: a self-hosted Direct Line 3.0 endpoint and the page that uses it.</summary>
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddSingleton<WebTokens>();
        services.AddSingleton<LineBell>();
        services.AddSingleton<WebTranscript>();
        services.AddSingleton<IReplyChannel, WebChatChannel>();
        services.AddSingleton<DirectLineGate>();
        services.AddSingleton<LineStream>();
        services.AddSingleton<DirectLineAdapter>();
        services.AddSingleton<ActivityMapping>();
        services.AddSingleton<UploadReading>();
        services.AddSingleton<IBot, ReporterHandler>();
        services.AddSingleton<DirectLineEndpoints>();
        return services.AddSingleton<ChatPage>();
    }

    /// <summary>The page at <c>/</c>, and the endpoints under <c>/v3/directline</c>.</summary>
    public static IEndpointRouteBuilder MapWebChat(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var page = endpoints.ServiceProvider.GetRequiredService<ChatPage>();
        endpoints.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], page.ServeAsync);

        var api = endpoints.ServiceProvider.GetRequiredService<DirectLineEndpoints>();
        endpoints.MapMethods($"{DirectLineGate.Root}/{{**path}}", [HttpMethods.Options], DirectLineGate.PreflightAsync);
        Map(endpoints, HttpMethods.Post, "tokens/generate", api.GenerateAsync);
        Map(endpoints, HttpMethods.Post, "tokens/refresh", api.RefreshAsync);
        Map(endpoints, HttpMethods.Post, "conversations", api.StartAsync);
        Map(endpoints, HttpMethods.Get, "conversations/{id}", api.ReconnectAsync);
        Map(endpoints, HttpMethods.Get, "conversations/{id}/activities", api.ReadAsync);
        Map(endpoints, HttpMethods.Post, "conversations/{id}/activities", api.PostAsync);
        Map(endpoints, HttpMethods.Post, "conversations/{id}/upload", api.UploadAsync);

        var stream = endpoints.CreateApplicationBuilder();
        stream.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20), KeepAliveTimeout = TimeSpan.FromSeconds(20) });
        stream.Run(context => DirectLineGate.ServeAsync(context, api.StreamAsync));
        endpoints.MapGet($"{DirectLineGate.Root}/conversations/{{id}}/stream", stream.Build());
        return endpoints;
    }

    private static void Map(IEndpointRouteBuilder endpoints, string method, string path, Func<HttpContext, Task> endpoint) =>
        endpoints.MapMethods($"{DirectLineGate.Root}/{path}", [method], context => DirectLineGate.ServeAsync(context, endpoint));
}
