using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Senim.FakeTwilio.Tests;

/// <summary>Calls the server with nothing but HTTP and JSON.</summary>
public abstract class AccountOwner : IAsyncLifetime
{
    protected const string Child = "+77010000001";
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    protected FakeTwilioServer Server { get; private set; } = null!;

    internal HookTarget Hook { get; } = new();

    protected virtual FakeTwilioOptions Options => new() { WebhookUrl = new Uri("https://senim.kz/sms/webhook"), ReachedAt = new Uri(Hook.Url), WebhookBackOff = TimeSpan.FromMilliseconds(1) };

    protected string Messages => $"/2010-04-01/Accounts/{Server.AccountSid}/Messages";

    public async Task InitializeAsync()
    {
        await Hook.StartAsync();
        Server = await FakeTwilioServer.StartAsync(Options);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Hook.DisposeAsync();
        _http.Dispose();
    }

    protected async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("http", StringComparison.Ordinal) ? path : Server.BaseUrl + path);
        request.Content = content;
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Server.AccountSid}:{token ?? Server.AuthToken}")));
        return await _http.SendAsync(request);
    }

    /// <summary>"HTTP status code" of a refusal.</summary>
    protected async Task<string> RefusalAsync(HttpMethod method, string path, params (string Name, string Value)[] form)
    {
        using var response = await SendAsync(method, path, method == HttpMethod.Post ? Form(form) : null);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((int)response.StatusCode, body["status"]!.GetValue<int>());
        return $"{(int)response.StatusCode} {body["code"]}";
    }

    protected async Task<JsonNode> GetAsync(string path) => await ReadAsync(await SendAsync(HttpMethod.Get, path), HttpStatusCode.OK);

    protected async Task<JsonNode> CreateAsync(params (string Name, string Value)[] form) =>
        await ReadAsync(await SendAsync(HttpMethod.Post, Messages + ".json", Form(form)), HttpStatusCode.Created);

    protected static FormUrlEncodedContent Form(params (string Name, string Value)[] form) =>
        new(form.Select(pair => new KeyValuePair<string, string>(pair.Name, pair.Value)));

    protected async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var response = await SendAsync(method, path, content);
        return response.StatusCode;
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode == expected, body);
            return JsonNode.Parse(body)!;
        }
    }
}
