using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Senim.FakeTwilio.Tests;

/// <summary>A hotline that only writes down what is posted to it.</summary>
internal sealed class HookTarget : IAsyncDisposable
{
    private readonly ConcurrentQueue<PostedForm> _received = new();
    private WebApplication _application = null!;

    /// <summary>Status, content type and body.</summary>
    public Func<PostedForm, (HttpStatusCode Status, string Type, string Body)> Answer { get; set; } = _ => (HttpStatusCode.NoContent, "text/xml", "");

    public IReadOnlyList<PostedForm> Received => [.. _received];

    public string Url => _application.Urls.First();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(ReceiveAsync);
        await _application.StartAsync();
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    public void AnswerWith(string twiml) => Answer = _ => (HttpStatusCode.OK, "text/xml", twiml);

    private async Task ReceiveAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var posted = new PostedForm(
            context.Request.Host.Value! + context.Request.Path.Value + context.Request.QueryString.Value,
            context.Request.Headers["X-Twilio-Signature"].ToString(),
            context.Request.Headers["I-Twilio-Idempotency-Token"].ToString(),
            form.ToDictionary(pair => pair.Key, pair => pair.Value.Single()!));
        _received.Enqueue(posted);
        var (status, type, body) = Answer(posted);
        context.Response.StatusCode = (int)status;
        if (body.Length == 0)
            return;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body);
    }
}

internal sealed record PostedForm(string Url, string Signature, string IdempotencyToken, IReadOnlyDictionary<string, string> Form);
