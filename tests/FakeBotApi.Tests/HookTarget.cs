using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Senim.FakeBotApi.Tests;

/// <summary>A bot that only writes down what is posted to it.</summary>
internal sealed class HookTarget : IAsyncDisposable
{
    private readonly ConcurrentQueue<PostedUpdate> _received = new();
    private WebApplication? _application;

    /// <summary>Status, and the body of a 200 or the Retry-After of a refusal.</summary>
    public Func<PostedUpdate, (HttpStatusCode Status, string Text)> Answer { get; set; } = _ => (HttpStatusCode.OK, "");

    public IReadOnlyList<PostedUpdate> Received => [.. _received];

    public string Url => _application is null ? "http://127.0.0.1:9/hook" : $"{_application.Urls.First()}/hook";

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(ReceiveAsync);
        await _application.StartAsync();
    }

    public ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task ReceiveAsync(HttpContext context)
    {
        var update = (await JsonNode.ParseAsync(context.Request.Body))!;
        var posted = new PostedUpdate(
            context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].FirstOrDefault(),
            update["message"]?["chat"]?["id"]?.GetValue<long>(),
            update["message"]?["text"]?.GetValue<string>());
        _received.Enqueue(posted);
        var (status, text) = Answer(posted);
        context.Response.StatusCode = (int)status;
        if (status == HttpStatusCode.OK)
            await context.Response.WriteAsync(text);
        else if (text.Length > 0)
            context.Response.Headers.RetryAfter = text;
    }
}

internal sealed record PostedUpdate(string? Secret, long? ChatId, string? Text);
