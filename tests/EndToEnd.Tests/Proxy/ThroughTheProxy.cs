using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;

namespace Senim.EndToEnd.Tests.Proxy;

/// <summary>The service behind the TLS proxy of <c>deploy/</c>.</summary>
public sealed class ThroughTheProxy : IAsyncLifetime
{
    private readonly HostFolder folder = new();
    private FakeBotApiServer telegram = null!;
    private HostProcess? host;
    private RunningProxy? proxy;

    public async Task InitializeAsync() => telegram = await FakeBotApiServer.StartAsync();

    [CaddyFact]
    public async Task Telegrams_updates_reach_the_service_and_forged_ones_are_refused_by_it()
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await PostUpdateAsync(HostSettings.WebhookSecret));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostUpdateAsync("another-secret"));
        using var got = await proxy!.Client.GetAsync(new Uri(proxy.Public, "/telegram/webhook"));
        Assert.Equal(HttpStatusCode.NotFound, got.StatusCode);
        using var tooLarge = await proxy.Client.PostAsync(new Uri(proxy.Public, "/telegram/webhook"), new ByteArrayContent(new byte[2_000_000]));
        Assert.NotEqual(HttpStatusCode.OK, tooLarge.StatusCode);
    }

    [CaddyFact]
    public async Task A_chat_is_followed_over_a_TLS_web_socket()
    {
        await StartAsync();
        var opened = await OpenAsync("tokens/generate", null);
        opened = await OpenAsync("conversations", opened.GetProperty("token").GetString());
        var stream = new Uri(opened.GetProperty("streamUrl").GetString()!);
        Assert.Equal(("wss", proxy!.Public.Authority), (stream.Scheme, stream.Authority));

        using var socket = await proxy.ConnectAsync(stream);
        using var post = Authorized(HttpMethod.Post, $"conversations/{opened.GetProperty("conversationId").GetString()}/activities", opened.GetProperty("token").GetString());
        post.Content = JsonContent.Create(new { type = "event", name = "start", channelData = new { clientActivityID = "1" } });
        using var posted = await proxy.Client.SendAsync(post);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        var buffer = new byte[65536];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("\"activities\"", Encoding.UTF8.GetString(buffer, 0, received.Count), StringComparison.Ordinal);
    }

    [CaddyFact]
    public async Task Each_name_shows_its_own_side_and_the_health_of_neither()
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(proxy!.Public, "/"));
        Assert.All(
            await Task.WhenAll(new[] { "/sign-in", "/queue", "/health/ready", "/health/live" }.Select(path => StatusAsync(proxy.Public, path))),
            status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(proxy.Desk, "/v3/directline/conversations"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(proxy.Desk, "/health/ready"));

        using var desk = await proxy.Client.GetAsync(new Uri(proxy.Desk, "/sign-in"));
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
        Assert.All(desk.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.True(desk.Headers.Contains("Strict-Transport-Security") && !desk.Headers.Contains("Server"));
    }

    [CaddyFact]
    public async Task The_desk_is_closed_to_other_networks()
    {
        await StartAsync(deskNetworks: "192.0.2.0/24");
        await Assert.ThrowsAsync<HttpRequestException>(() => StatusAsync(proxy!.Desk, "/sign-in"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(proxy!.Public, "/"));
    }

    public async Task DisposeAsync()
    {
        if (proxy is not null)
            await proxy.DisposeAsync();
        if (host is not null)
            await host.DisposeAsync();
        await telegram.DisposeAsync();
        folder.Dispose();
    }

    private async Task StartAsync(string deskNetworks = "private_ranges")
    {
        host = await HostProcess.StartAsync(HostSettings.For(folder).Webhook(telegram, HostSettings.FreePort()));
        proxy = await RunningProxy.StartAsync(host.PublicUrl, host.DeskUrl, deskNetworks);
    }

    private async Task<HttpStatusCode> PostUpdateAsync(string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(proxy!.Public, "/telegram/webhook"))
        {
            Content = JsonContent.Create(new
            {
                update_id = 1,
                message = new { message_id = 1, date = 1_780_000_000, chat = new { id = 77, type = "private" }, from = new { id = 77, is_bot = false, first_name = "x" }, text = "/start" },
            }),
        };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await proxy.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> StatusAsync(Uri side, string path)
    {
        using var answer = await proxy!.Client.GetAsync(new Uri(side, path));
        return answer.StatusCode;
    }

    private async Task<JsonElement> OpenAsync(string path, string? token)
    {
        using var request = Authorized(HttpMethod.Post, path, token);
        using var answer = await proxy!.Client.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private HttpRequestMessage Authorized(HttpMethod method, string path, string? token)
    {
        var request = new HttpRequestMessage(method, new Uri(proxy!.Public, $"/v3/directline/{path}"));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
