using System.Net;
using System.Text;
using Twilio.Clients;
using Twilio.Http;

namespace Senim.Shims.Twilio.Tests;

/// <summary>Answers each request with the next of the given answers and keeps what was sent.</summary>
internal sealed class ScriptedServer : HttpMessageHandler
{
    public const string Account = "AC00000000000000000000000000000000";
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<SentRequest> Sent { get; } = [];

    public ScriptedServer Answer(string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        _answers.Enqueue(() => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        return this;
    }

    public ScriptedServer Fail(Func<Exception> exception)
    {
        _answers.Enqueue(() => throw exception());
        return this;
    }

    public TwilioRestClient CreateClient(string? accountSid = null, string? region = null, string? edge = null) =>
        new(Account, "secret", accountSid: accountSid, region: region, httpClient: new SystemNetHttpClient(new System.Net.Http.HttpClient(this)), edge: edge);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Sent.Add(new SentRequest(
            request.Method.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentType?.ToString(), body));
        return _answers.Dequeue()();
    }
}

internal sealed record SentRequest(string Method, string Url, string? Authorization, string? ContentType, string? Body);
