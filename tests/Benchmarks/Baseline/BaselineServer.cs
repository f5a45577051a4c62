using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Senim.Benchmarks.Baseline;

/// <summary>A bare web server that does the input and output of a turn and nothing else: read it, write its rows, make its calls, answer.</summary>
internal static class BaselineServer
{
    private static readonly byte[] Answer = JsonSerializer.SerializeToUtf8Bytes(new CallBody { Method = "answerCallbackQuery", Text = new string('x', 60) }, BaselineJson.Default.CallBody);
    private static readonly byte[] Call = JsonSerializer.SerializeToUtf8Bytes(new CallBody { Method = "sendMessage", Text = new string('x', 900) }, BaselineJson.Default.CallBody);

    private static long turns;

    /// <param name="calls">Outbound calls a turn; below 0: no database either.</param>
    public static async Task RunAsync(int port, Uri api, string folder, double calls, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        await using var store = calls < 0 ? null : new GroupCommit(folder);
        using var http = new HttpClient(new SocketsHttpHandler());
        app.MapGet("/live", () => "live");
        app.MapPost("/{**path}", async (HttpContext context) =>
        {
            var person = await ReadAsync(context.Request);
            var turn = Interlocked.Increment(ref turns);
            if (store is not null)
                await store.CommitAsync(person, turn);
            for (var left = Calls(calls, turn); left > 0; left--)
            {
                using var content = new ByteArrayContent(Call);
                content.Headers.ContentType = new("application/json");
                using var answer = await http.PostAsync(new Uri(api, "/bot1:baseline/sendMessage"), content);
                await JsonSerializer.DeserializeAsync(await answer.Content.ReadAsStreamAsync(), BaselineJson.Default.CallAnswer);
            }

            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer);
        });
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>1.5 calls a turn are one and two in turn.</summary>
    private static int Calls(double calls, long turn) => calls <= 0 ? 0 : (int)(Math.Floor(calls * turn) - Math.Floor(calls * (turn - 1)));

    private static async Task<long> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            var form = await request.ReadFormAsync();
            return long.Parse(form["From"].ToString().AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
        }

        var update = await JsonSerializer.DeserializeAsync(request.Body, BaselineJson.Default.BareUpdate);
        return (update?.Message ?? update?.CallbackQuery?.Message)?.Chat?.Id ?? 0;
    }

    internal sealed record CallBody
    {
        public required string Method { get; init; }

        public required string Text { get; init; }
    }

    internal sealed record CallAnswer
    {
        public bool Ok { get; init; }
    }

    internal sealed record BareUpdate
    {
        public int UpdateId { get; init; }

        public BareMessage? Message { get; init; }

        public BarePress? CallbackQuery { get; init; }
    }

    internal sealed record BarePress
    {
        public string? Data { get; init; }

        public BareMessage? Message { get; init; }
    }

    internal sealed record BareMessage
    {
        public BareChat? Chat { get; init; }

        public string? Text { get; init; }
    }

    internal sealed record BareChat
    {
        public long Id { get; init; }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BaselineServer.BareUpdate))]
[JsonSerializable(typeof(BaselineServer.CallBody))]
[JsonSerializable(typeof(BaselineServer.CallAnswer))]
internal sealed partial class BaselineJson : JsonSerializerContext;
