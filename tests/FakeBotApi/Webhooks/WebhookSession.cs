using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Senim.FakeBotApi.World;

namespace Senim.FakeBotApi.Webhooks;

/// <summary>
/// Posts updates to one webhook until it is replaced. Updates of a chat go one after another and wait behind one that fails;
/// different chats go side by side, as many as max_connections allows.
/// </summary>
internal sealed class WebhookSession(BotWorld world, WebhookSettings settings, Func<JsonObject, Task> carryOut) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _connections = new(settings.MaxConnections);
    private readonly HashSet<long> _busyLanes = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = world.Options.WebhookTimeout };

    public WebhookSettings Settings { get; } = settings;

    public DateTimeOffset? LastErrorDate { get; private set; }

    public string? LastErrorMessage { get; private set; }

    /// <summary>Called with the world's lock held.</summary>
    public void Start()
    {
        world.LaneFilled = StartLane;
        foreach (var lane in world.Updates.Lanes.ToList())
            StartLane(lane);
    }

    /// <summary>Called with the world's lock held.</summary>
    public void Stop()
    {
        world.LaneFilled = null;
        _stop.Cancel();
    }

    public void Dispose()
    {
        _http.Dispose();
        _connections.Dispose();
        _stop.Dispose();
    }

    private void StartLane(long lane)
    {
        if (_busyLanes.Add(lane))
            _ = Task.Run(() => RunLaneAsync(lane));
    }

    private async Task RunLaneAsync(long lane)
    {
        try
        {
            while (TakeHead(lane) is { } update)
                await DeliverAsync(update);
        }
        catch (Exception stopped) when (_stop.IsCancellationRequested && stopped is OperationCanceledException or ObjectDisposedException)
        {
            // The webhook was replaced; what was not delivered stays pending.
        }
    }

    private PendingUpdate? TakeHead(long lane)
    {
        lock (world.Gate)
        {
            _stop.Token.ThrowIfCancellationRequested();
            var head = world.Updates.HeadOf(lane, world.Now);
            if (head is null)
                _busyLanes.Remove(lane);
            return head;
        }
    }

    private async Task DeliverAsync(PendingUpdate update)
    {
        await _connections.WaitAsync(_stop.Token);
        Outcome outcome;
        try
        {
            lock (world.Gate)
                world.Updates.Deliver(update);
            outcome = await PostAsync(update);
        }
        finally
        {
            _connections.Release();
        }

        if (outcome.Answer is not null)
            await carryOut(outcome.Answer);
        TimeSpan wait;
        lock (world.Gate)
        {
            _stop.Token.ThrowIfCancellationRequested();
            wait = Record(update, outcome);
            world.SignalChange();
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, _stop.Token);
    }

    private TimeSpan Record(PendingUpdate update, Outcome outcome)
    {
        if (outcome.Error is null)
        {
            world.Updates.Acknowledge(update);
            return TimeSpan.Zero;
        }

        world.FailedDeliveries++;
        LastErrorDate = world.Now;
        LastErrorMessage = outcome.Error;
        update.FailuresInARow++;
        update.Deliveries--;
        var backOff = world.Options.FirstBackOff * Math.Pow(2, Math.Min(update.FailuresInARow - 1, 20));
        var capped = backOff < world.Options.LongestBackOff ? backOff : world.Options.LongestBackOff;
        return outcome.RetryAfterSeconds is { } seconds ? seconds * world.Options.RetryAfterUnit : capped;
    }

    private async Task<Outcome> PostAsync(PendingUpdate update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Settings.Url);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(update.Json));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (Settings.SecretToken is { } secret)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        try
        {
            using var response = await _http.SendAsync(request, _stop.Token);
            if (!response.IsSuccessStatusCode)
                return Outcome.Failed($"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}", RetryAfter(response));
            return Outcome.Done(ReadAnswer(await response.Content.ReadAsStringAsync(_stop.Token)));
        }
        catch (HttpRequestException)
        {
            return Outcome.Failed("Connection failed", null);
        }
        catch (TaskCanceledException) when (!_stop.IsCancellationRequested)
        {
            return Outcome.Failed("Read timeout expired", null);
        }
    }

    private double? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta.TotalSeconds,
        { Date: { } date } => Math.Max(0, (date - world.Now).TotalSeconds),
        _ => null,
    };

    /// <summary>A method named in the answer is carried out; anything else in it means nothing.</summary>
    private static JsonObject? ReadAnswer(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject answer && answer["method"] is JsonValue ? answer : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Outcome(string? Error, double? RetryAfterSeconds, JsonObject? Answer)
    {
        public static Outcome Done(JsonObject? answer) => new(null, null, answer);

        public static Outcome Failed(string error, double? retryAfterSeconds) => new(error, retryAfterSeconds, null);
    }
}
