using System.Net.Http.Headers;
using Senim.FakeTwilio;
using Twilio.Clients;
using Twilio.Exceptions;
using Twilio.Http;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Rest.Api.V2010.Account.Message;

namespace Senim.Shims.Twilio.Tests;

public class TalkingToAStrictServer : IAsyncLifetime
{
    private const string Child = "+77010000001";
    private FakeTwilioServer _server = null!;
    private TwilioRestClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeTwilioServer.StartAsync();
        _client = new TwilioRestClient(_server.AccountSid, _server.AuthToken, httpClient: new SystemNetHttpClient(new System.Net.Http.HttpClient(new Detour(new Uri(_server.BaseUrl)))));
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task A_message_is_sent_followed_and_deleted()
    {
        var sent = await MessageResource.CreateAsync(Child, from: _server.Number, body: "Сәлем\n+ & =", statusCallback: new Uri("https://senim.kz/sms/status"), client: _client);
        await _server.ReportStatusAsync(sent.Sid, "undelivered", 30003);
        var later = await MessageResource.FetchAsync(sent.Sid, client: _client);

        Assert.Equal(MessageResource.StatusEnum.Queued, sent.Status);
        Assert.Equal((MessageResource.StatusEnum.Undelivered, 30003), (later.Status, later.ErrorCode));
        Assert.Equal("Сәлем\n+ & =", _server.Phone(Child).Single().Body);
        Assert.True(await MessageResource.DeleteAsync(sent.Sid, client: _client));
        Assert.Equal(20404, (await Assert.ThrowsAsync<ApiException>(() => MessageResource.DeleteAsync(sent.Sid, client: _client))).Code);
    }

    [Fact]
    public async Task The_day_is_read_page_by_page_wiped_and_emptied()
    {
        for (var number = 0; number < 7; number++)
            _server.KeepText(Child, $"text {number}");
        _server.KeepText(Child, "picture", attachments: [new Attachment("image/jpeg", new byte[] { 1 }), new Attachment("image/png", new byte[] { 2 })]);

        var list = await MessageResource.ReadAsync(to: _server.Number, dateSentAfter: _server.Now.UtcDateTime.AddDays(-1), pageSize: 3, client: _client);
        var read = 0;
        foreach (var message in list)
        {
            read++;
            Assert.Equal((MessageResource.DirectionEnum.Inbound, Child), (message.Direction, message.From.ToString()));
            foreach (var media in await MediaResource.ReadAsync(message.Sid, client: _client))
                await MediaResource.DeleteAsync(message.Sid, media.Sid, client: _client);
            Assert.Equal("", (await MessageResource.UpdateAsync(message.Sid, body: "", client: _client)).Body);
            await MessageResource.DeleteAsync(message.Sid, client: _client);
        }

        Assert.Equal(8, read);
        Assert.Empty(_server.Kept);
        Assert.Empty(_server.KeptMedia);
        Assert.Equal(3, _server.Calls.Count(call => call.Method == "GET" && call.Path.EndsWith("/Messages.json", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Refusals_and_broken_connections_are_told_apart()
    {
        _server.Refuse(Child, 21610);
        Assert.Equal((21610, 400), await RefusalAsync());
        _server.Accept(Child);
        _server.AddFault(Fault.TooManyRequests());
        Assert.Equal((20429, 429), await RefusalAsync());
        _server.AddFault(Fault.Page(503));
        Assert.Equal((0, 0), await RefusalAsync());
        _server.AddFault(Fault.DropRequest());
        await Assert.ThrowsAsync<ApiConnectionException>(RefusalAsync);
    }

    private async Task<(int Code, int Status)> RefusalAsync()
    {
        var refused = await Assert.ThrowsAnyAsync<TwilioException>(() => MessageResource.CreateAsync(Child, from: _server.Number, body: "x", client: _client));
        return refused is ApiException told ? (told.Code, told.Status) : throw refused;
    }

    /// <summary>The SDK knows no other host than Twilio's.</summary>
    private sealed class Detour(Uri server) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.IsType<AuthenticationHeaderValue>(request.Headers.Authorization);
            request.RequestUri = new Uri(server, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
