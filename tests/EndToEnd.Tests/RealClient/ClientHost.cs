using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Senim.Bots.Conversation.Spool;
using Senim.Browser;
using Senim.EndToEnd.Tests.ChatPage;

namespace Senim.EndToEnd.Tests.RealClient;

/// <summary>Our endpoint with a spool, and beside it another site whose one page embeds the real client.</summary>
public sealed class ClientHost : ChatPageHost, IAsyncLifetime
{
    /// <summary>What the page lets tests see and do: the client's own buttons, and its web sockets.</summary>
    private const string Page = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Site</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
        <style>html,body,#chat{height:100%;margin:0}</style><script src="/webchat.js"></script></head><body><div id="chat"></div><script>
        const ask = new URLSearchParams(location.search);
        const sockets = window.sockets = [];
        window.WebSocket = class extends WebSocket { constructor(...all) { super(...all); sockets.push(this); } };
        (async () => {
          const domain = ask.get('service') + 'v3/directline';
          const { token } = await (await fetch(domain + '/tokens/generate', { method: 'POST' })).json();
          const store = window.store = WebChat.createStore();
          const isSocket = ask.get('way') === 'socket';
          const connect = known => {
            const directLine = WebChat.createDirectLine({ domain, webSocket: isSocket, pollingInterval: 1000, ...known });
            WebChat.renderWebChat({ directLine, store, locale: 'en-US' }, document.getElementById('chat'));

            // A poll that fails is the client's last one, and it tells nobody: a page that embeds it goes on with the same conversation.
            if (!isSocket)
              addEventListener('online', () => connect({ token: directLine.token, conversationId: directLine.conversationId }), { once: true });
          };
          connect({ token });
        })();
        </script></body></html>
        """;

    private WebApplication? site;

    public Uri Site { get; private set; } = new("http://127.0.0.1");

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        site = builder.Build();
        site.MapGet("/", () => Results.Content(Page, "text/html"));
        site.MapGet("/webchat.js", () => Results.File(Browser.WebChatClient.ScriptPath, "text/javascript"));
        await site.StartAsync();
        Site = new Uri(site.Urls.Single());
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await site!.DisposeAsync();
        await DisposeAsync();
    }

    /// <param name="way"><c>socket</c> or <c>polling</c>.</param>
    internal async Task<ClientUser> OpenClientAsync(string way)
    {
        var opened = await OpenBrowserAsync(Screen.Phone);
        await opened.Page.GotoAsync($"{Site}?way={way}&service={Uri.EscapeDataString(Address.ToString())}");
        return new ClientUser(opened);
    }

    protected override void Configure(IServiceCollection services, string folder) =>
        services.Configure<SpoolOptions>(spool => spool.Path = Path.Combine(folder, "spool"));
}
