using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Senim.Bots.Channels.Telegram;

namespace Senim.Bots.Tests.Telegram;

/// <summary>Requests to the webhook that are not Telegram's.</summary>
public sealed class ForgedWebhooks(WebhookFixture fixture) : IClassFixture<WebhookFixture>
{
    private const string Header = "X-Telegram-Bot-Api-Secret-Token";
    private static readonly HttpClient Http = new();

    private readonly TelegramHost host = fixture.Host;

    public static TheoryData<string, string[]> Secrets() => new()
    {
        { "none", [] },
        { "empty", [""] },
        { "another", ["secret"] },
        { "one sign short", [TelegramHost.Secret[..^1]] },
        { "one sign more", [TelegramHost.Secret + "x"] },
        { "in capitals", [TelegramHost.Secret.ToUpperInvariant()] },
        { "right, twice", [TelegramHost.Secret, TelegramHost.Secret] },
        { "right, then wrong", [TelegramHost.Secret, "x"] },
        { "very long", [new string('a', 8000)] },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public async Task A_request_without_just_the_secret_is_refused_and_leaves_no_row(string which, string[] secrets)
    {
        using var request = Request(new StringContent(MappingUpdates.Read("text.json")["update"]!.ToJsonString(), Encoding.UTF8, "application/json"), secrets);
        using var response = await Http.SendAsync(request);

        Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, which);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        await AssertNothingStoredAsync();
    }

    [Fact]
    public async Task It_is_refused_before_its_body_has_come()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.WebhookUrl.Host, host.WebhookUrl.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {host.WebhookUrl.AbsolutePath} HTTP/1.1\r\nHost: localhost\r\n{Header}: wrong\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"));
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 401 Unauthorized", await reader.ReadLineAsync());
        await AssertNothingStoredAsync();
    }

    [Fact]
    public async Task Without_a_webhook_set_even_an_empty_secret_is_refused()
    {
        await using var polling = await TelegramHost.ByPollingAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, polling.WebhookUrl) { Content = new StringContent("{}") };
        request.Headers.TryAddWithoutValidation(Header, "");
        using var response = await Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(new TelegramOptions { WebhookUrl = "https://example.org/telegram/webhook" }.UsesWebhook);
    }

    private HttpRequestMessage Request(HttpContent content, IEnumerable<string> secrets)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, host.WebhookUrl) { Content = content };
        foreach (var secret in secrets)
            request.Headers.TryAddWithoutValidation(Header, secret);
        return request;
    }

    private async Task AssertNothingStoredAsync()
    {
        await using var db = host.Db();
        Assert.Equal(0, await db.Deliveries.CountAsync());
        Assert.Equal(0, await db.Conversations.CountAsync());
        Assert.Empty(host.Telegram.CallsOf("sendMessage"));
        Assert.Empty(host.Logs.Errors);
    }
}
