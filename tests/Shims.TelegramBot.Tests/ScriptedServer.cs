using System.Net;
using System.Text;
using Telegram.Bot;

namespace Senim.Shims.TelegramBot.Tests;

/// <summary>Answers each request with the next of the given answers and keeps what was sent.</summary>
internal sealed class ScriptedServer : HttpMessageHandler
{
    public const string Token = "123456:not-a-real-token";
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<SentRequest> Sent { get; } = [];

    public ScriptedServer Answer(string json, HttpStatusCode status = HttpStatusCode.OK)
    {
        _answers.Enqueue(() => new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
        return this;
    }

    public ScriptedServer Fail(Func<Exception> exception)
    {
        _answers.Enqueue(() => throw exception());
        return this;
    }

    public TelegramBotClient CreateClient(Action<TelegramBotClientOptions>? configure = null)
    {
        var options = new TelegramBotClientOptions(Token, baseUrl: "http://127.0.0.1:8081");
        configure?.Invoke(options);
        return new TelegramBotClient(options, new HttpClient(this));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Sent.Add(new SentRequest(request.Method.Method, request.RequestUri!.ToString(), request.Content?.Headers.ContentType?.ToString(), body));
        return _answers.Dequeue()();
    }
}

internal sealed record SentRequest(string Method, string Url, string? ContentType, string? Body);
