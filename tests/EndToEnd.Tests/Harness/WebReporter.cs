using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Senim.EndToEnd.Tests.Harness;

/// <summary>Somebody at the web chat, in the terms of Direct Line 3.0.</summary>
internal sealed class WebReporter : IReporter, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient http;
    private string streamUrl = "";

    public WebReporter(HostProcess host, string? userAgent = null, string? forwardedFor = null)
    {
        http = new HttpClient { BaseAddress = new Uri(host.PublicUrl, "/v3/directline/") };
        if (userAgent is not null)
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        if (forwardedFor is not null)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
            http.DefaultRequestHeaders.TryAddWithoutValidation("X-Real-IP", forwardedFor);
        }
    }

    public string Conversation { get; private set; } = "";

    public string Token { get; private set; } = "";

    /// <summary>Put before the random part of each activity's own id.</summary>
    public string ActivityIdPrefix { get; init; } = "";

    public async Task StartAsync()
    {
        await OpenAsync("tokens/generate");
        await OpenAsync("conversations");
        await PostAsync(new JsonObject { ["type"] = "event", ["name"] = "start" });
    }

    public Task TypeAsync(string text) => PostAsync(new JsonObject { ["type"] = "message", ["text"] = text });

    /// <returns>The status of the answer.</returns>
    public async Task<System.Net.HttpStatusCode> UploadAsync(string? text, string name, byte[] content)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text, ["channelData"] = new JsonObject { ["clientActivityID"] = $"{ActivityIdPrefix}{Guid.NewGuid()}" } };
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        form.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, "file", name);
        using var answer = await http.PostAsync(new Uri($"conversations/{Conversation}/upload", UriKind.Relative), form);
        return answer.StatusCode;
    }

    public async Task PressAsync(string choice)
    {
        await WaitForAsync(choice);
        await PostAsync(new JsonObject { ["type"] = "message", ["text"] = "pressed", ["channelData"] = new JsonObject { ["choice"] = $"report:{choice}" } });
    }

    public async Task<string> WaitForAsync(string choice)
    {
        JsonNode? last = null;
        for (var until = DateTime.UtcNow + Patience; DateTime.UtcNow < until; await Task.Delay(20))
        {
            var set = await http.GetFromJsonAsync<JsonObject>($"conversations/{Conversation}/activities");
            last = set!["activities"]!.AsArray().LastOrDefault(line => (string?)line!["from"]!["role"] == "bot");
            if (last?["suggestedActions"]?["actions"]?.AsArray().Any(button => (string?)button!["value"] == $"report:{choice}") == true)
                return (string?)last["text"] ?? "";
        }

        throw new TimeoutException($"The bot does not offer '{choice}'. Its last words: {last?["text"]}");
    }

    /// <summary>Follows the conversation for a moment, as a page does that stays open.</summary>
    /// <returns>The first frame.</returns>
    public async Task<string> FollowAsync()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(streamUrl), CancellationToken.None);
        var buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    public void Dispose() => http.Dispose();

    private async Task OpenAsync(string path)
    {
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        var opened = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        (Conversation, Token) = ((string)opened["conversationId"]!, (string)opened["token"]!);
        streamUrl = (string?)opened["streamUrl"] ?? "";
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    private async Task PostAsync(JsonObject activity)
    {
        var data = activity["channelData"] as JsonObject ?? [];
        data["clientActivityID"] = $"{ActivityIdPrefix}{Guid.NewGuid()}";
        activity["channelData"] = data;
        using var answer = await http.PostAsJsonAsync($"conversations/{Conversation}/activities", activity);
        answer.EnsureSuccessStatusCode();
    }
}
