using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Senim.FakeBotApi.Tests;

/// <summary>Calls the server with nothing but HTTP and JSON.</summary>
public abstract class BotClient : IAsyncLifetime
{
    protected const long Child = 4242;
    private readonly HttpClient _http = new();

    protected FakeBotApiServer Server { get; private set; } = null!;

    protected virtual FakeBotApiOptions Options => new() { RetryAfterUnit = TimeSpan.FromMilliseconds(10) };

    public async Task InitializeAsync() => Server = await FakeBotApiServer.StartAsync(options: Options);

    public virtual async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        _http.Dispose();
    }

    /// <summary>The result; fails the test on a refusal.</summary>
    protected async Task<JsonNode> CallAsync(string method, object? parameters = null)
    {
        var answer = await AnswerAsync(method, parameters);
        Assert.True(answer["ok"]!.GetValue<bool>(), answer.ToJsonString());
        return answer["result"]!;
    }

    /// <summary>"code description" of a refusal.</summary>
    protected async Task<string> RefusalAsync(string method, object? parameters = null)
    {
        var answer = await AnswerAsync(method, parameters);
        Assert.False(answer["ok"]!.GetValue<bool>(), answer.ToJsonString());
        return $"{answer["error_code"]} {answer["description"]}";
    }

    protected async Task<JsonObject> AnswerAsync(string method, object? parameters = null)
    {
        using var response = await _http.PostAsJsonAsync($"{Server.BaseUrl}/bot{Server.Token}/{method}", parameters ?? new { });
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((int)response.StatusCode, answer["error_code"]?.GetValue<int>() ?? 200);
        return answer;
    }

    protected async Task<JsonArray> UpdatesAsync(int offset = 0, int timeout = 0, int limit = 100) =>
        (await CallAsync("getUpdates", new { offset, timeout, limit })).AsArray();

    /// <summary>A message of the bot to the child, who has written before.</summary>
    protected async Task<int> SaysAsync(string text, object? replyMarkup = null)
    {
        if (!Server.ChatIds.Contains(Child))
            Server.SendText(Child, "/start");
        return (await CallAsync("sendMessage", new { chat_id = Child, text, reply_markup = replyMarkup }))["message_id"]!.GetValue<int>();
    }

    protected static object Keyboard(string text, string data) => new { inline_keyboard = new[] { new[] { new { text, callback_data = data } } } };

    protected Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(Server.BaseUrl + path);
}
