using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Senim.Bots.Tests.WebChat;

/// <summary>A client of Direct Line 3.0, in the terms of the protocol.</summary>
internal sealed class DirectLineClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(address, "/v3/directline/"), Timeout = TimeSpan.FromSeconds(60) };

    public string Token { get; set; } = "";

    public string Conversation { get; private set; } = "";

    public string StreamUrl { get; private set; } = "";

    public async Task<DirectLineClient> OpenAsync()
    {
        using var generated = await SendAsync(HttpMethod.Post, "tokens/generate", null);
        Token = (string)(await JsonAsync(generated))["token"]!;
        using var opened = await SendAsync(HttpMethod.Post, "conversations", "{}");
        var answer = await JsonAsync(opened);
        (Conversation, Token, StreamUrl) = ((string)answer["conversationId"]!, (string)answer["token"]!, (string)answer["streamUrl"]!);
        return this;
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, string contentType = "application/json")
    {
        var content = body is null ? null : new StringContent(body, Encoding.UTF8, contentType);
        return SendAsync(method, path, content);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (Token.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(object activity) =>
        SendAsync(HttpMethod.Post, $"conversations/{Conversation}/activities", JsonSerializer.Serialize(activity));

    /// <returns>The server's id of the activity.</returns>
    public async Task<string> TakenAsync(object activity)
    {
        using var response = await PostAsync(activity);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return (string)(await JsonAsync(response))["id"]!;
    }

    public Task<string> PressAsync(string code, string? label = null, string? id = null) =>
        TakenAsync(new { type = "message", text = label ?? "pressed", channelData = new { clientActivityID = id ?? Guid.NewGuid().ToString(), choice = code } });

    public Task<string> SayAsync(string text, string? id = null) =>
        TakenAsync(new { type = "message", text, channelData = new { clientActivityID = id ?? Guid.NewGuid().ToString() } });

    public async Task<JsonObject> ReadAsync(string watermark = "")
    {
        using var response = await SendAsync(HttpMethod.Get, $"conversations/{Conversation}/activities?watermark={watermark}", null);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await JsonAsync(response);
    }

    public async Task<IReadOnlyList<JsonObject>> LinesAsync(string watermark = "") =>
        [.. (await ReadAsync(watermark))["activities"]!.AsArray().Select(line => line!.AsObject())];

    public async Task<DirectLineStream> StreamAsync(string? url = null)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url ?? StreamUrl), CancellationToken.None);
        return new DirectLineStream(socket);
    }

    public static async Task<JsonObject> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();

    public void Dispose() => _http.Dispose();
}

/// <summary>An open stream, frame by frame.</summary>
internal sealed class DirectLineStream(ClientWebSocket socket) : IDisposable
{
    public ClientWebSocket Socket => socket;

    /// <summary>Waits for lines until there are so many.</summary>
    public async Task<IReadOnlyList<JsonObject>> TakeAsync(int lines)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var taken = new List<JsonObject>();
        while (taken.Count < lines)
            taken.AddRange((await FrameAsync(patience.Token))["activities"]!.AsArray().Select(line => line!.AsObject()));
        return taken;
    }

    private async Task<JsonObject> FrameAsync(CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[8192];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(frame.ToArray())!.AsObject();
    }

    public void Dispose() => socket.Dispose();
}
