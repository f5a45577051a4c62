using System.Diagnostics;
using System.Text.Json.Nodes;
using Senim.FakeBotApi.Http;
using Senim.FakeBotApi.World;

namespace Senim.FakeBotApi.Webhooks;

/// <summary>The two ways to get updates, of which one at a time works.</summary>
internal sealed class UpdateDelivery(BotWorld world, Func<JsonObject, Task> carryOut) : IDisposable
{
    /// <summary>Bot API server: longer waits are cut to this.</summary>
    private const int LongestPollSeconds = 50;

    private const string WebhookIsActive = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

    private readonly List<WebhookSession> _sessions = [];
    private WebhookSession? _webhook;
    private TaskCompletionSource<string>? _poll;

    public bool HasWebhook => _webhook is not null;

    /// <summary>An empty URL removes it. Called with the world's lock held, as are the next two.</summary>
    public (JsonNode Result, string Description) SetWebhook(ApiParameters parameters)
    {
        if (string.IsNullOrEmpty(parameters.String("url")))
            return DeleteWebhook(parameters);
        var settings = WebhookSettings.Read(parameters);
        world.Updates.Allow(WebhookSettings.ReadAllowedUpdates(parameters));
        if (parameters.Bool("drop_pending_updates"))
            world.Updates.Clear();
        if (_webhook is not null && _webhook.Settings == settings)
            return (true, "Webhook is already set");

        EndPoll("Conflict: terminated by setWebhook request");
        _webhook?.Stop();
        _webhook = new WebhookSession(world, settings, carryOut);
        _sessions.Add(_webhook);
        _webhook.Start();
        return (true, "Webhook was set");
    }

    public (JsonNode Result, string Description) DeleteWebhook(ApiParameters parameters)
    {
        if (parameters.Bool("drop_pending_updates"))
            world.Updates.Clear();
        if (_webhook is null)
            return (true, "Webhook is already deleted");
        _webhook.Stop();
        _webhook = null;
        return (true, "Webhook was deleted");
    }

    public JsonNode GetWebhookInfo()
    {
        var info = new JsonObject
        {
            ["url"] = _webhook?.Settings.Url.OriginalString ?? string.Empty,
            ["has_custom_certificate"] = _webhook?.Settings.HasCertificate ?? false,
            ["pending_update_count"] = world.Updates.Count,
        };
        if (_webhook is { LastErrorDate: { } date })
        {
            info["last_error_date"] = date.ToUnixTimeSeconds();
            info["last_error_message"] = _webhook.LastErrorMessage;
        }

        if (_webhook is not null)
            info["max_connections"] = _webhook.Settings.MaxConnections;
        if (_webhook?.Settings.IpAddress is { } address)
            info["ip_address"] = address;
        if (world.Updates.AllowedUpdates.Count > 0)
            info["allowed_updates"] = new JsonArray([.. world.Updates.AllowedUpdates.Select(kind => JsonValue.Create(kind))]);
        return info;
    }

    /// <summary>Waits for a first update. A newer request ends an older one, which is told so.</summary>
    public async Task<string> GetUpdatesAsync(ApiParameters parameters, CancellationToken aborted)
    {
        var offset = parameters.Int("offset") ?? 0;
        var limit = Math.Clamp(parameters.Int("limit") ?? 100, 1, 100);
        var patience = TimeSpan.FromSeconds(Math.Clamp(parameters.Int("timeout") ?? 0, 0, LongestPollSeconds));
        var started = Stopwatch.GetTimestamp();
        var poll = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (world.Gate)
        {
            if (_webhook is not null)
                throw new BotApiRefusal(409, WebhookIsActive);
            EndPoll("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
            world.Updates.Allow(WebhookSettings.ReadAllowedUpdates(parameters));
            _poll = poll;
        }

        try
        {
            while (true)
            {
                Task changed;
                lock (world.Gate)
                {
                    if (poll.Task.IsCompleted)
                        throw new BotApiRefusal(409, poll.Task.Result);
                    aborted.ThrowIfCancellationRequested();
                    var done = world.Updates.Done;
                    var batch = world.Updates.Poll(offset, limit, world.Now);
                    if (world.Updates.Done > done)
                        world.SignalChange();
                    if (batch.Count > 0 || Stopwatch.GetElapsedTime(started) >= patience)
                        return $"[{string.Join(',', batch.Select(update => update.Json))}]";
                    // What a negative offset skips is counted once, when the request comes.
                    offset = Math.Max(offset, 0);
                    changed = world.Changed;
                }

                using var timer = CancellationTokenSource.CreateLinkedTokenSource(aborted);
                var rest = patience - Stopwatch.GetElapsedTime(started);
                await Task.WhenAny(changed, poll.Task, Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, timer.Token));
                await timer.CancelAsync();
            }
        }
        finally
        {
            lock (world.Gate)
            {
                if (_poll == poll)
                    _poll = null;
            }
        }
    }

    public void Dispose()
    {
        lock (world.Gate)
        {
            EndPoll("Conflict: the server is stopping");
            _webhook?.Stop();
        }

        foreach (var session in _sessions)
            session.Dispose();
    }

    private void EndPoll(string reason)
    {
        _poll?.TrySetResult(reason);
        _poll = null;
    }
}
