using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Senim.FakeBotApi.Http;
using Senim.FakeBotApi.World;

namespace Senim.FakeBotApi;

/// <summary>
/// A Bot API server for one bot, on a free port of this machine. It holds callers to the Bot API's rules, and tests act through
/// it as the users, see each chat as its user does, and decide what goes wrong. Written against the Bot API's documentation,
/// without any SDK, so that it can judge one. Safe for use from many threads.
/// </summary>
public sealed partial class FakeBotApiServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ApiDispatcher _dispatcher;
    private readonly BotWorld _world;

    private FakeBotApiServer(string token, BotWorld world, ApiDispatcher dispatcher, WebApplication application)
    {
        Token = token;
        _world = world;
        _dispatcher = dispatcher;
        _application = application;
    }

    public string Token { get; }

    /// <summary>Such as http://127.0.0.1:41234.</summary>
    public string BaseUrl => _application.Urls.First();

    public long BotId => _world.BotId;

    public string BotUsername => _world.Options.BotUsername;

    /// <summary>What clock the server goes by at this moment.</summary>
    public DateTimeOffset Now => Locked(() => _world.Now);

    /// <summary>Every update made from now on is delivered twice: posted again after a 2xx, returned again after it was confirmed.</summary>
    public bool DeliverTwice
    {
        get => Locked(() => _world.Updates.DeliverTwice);
        set => Locked(() => _world.Updates.DeliverTwice = value);
    }

    /// <exception cref="ArgumentException">The token is not a number, a colon and a secret.</exception>
    public static async Task<FakeBotApiServer> StartAsync(string token = "123456:test-token-of-the-fake-server", FakeBotApiOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var botId))
            throw new ArgumentException("A bot token is a number, a colon and a secret.", nameof(token));

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var world = new BotWorld(botId, options ?? new FakeBotApiOptions());
        var dispatcher = new ApiDispatcher(world);
        application.Run(new ApiEndpoint(token, world, dispatcher).HandleAsync);
        await application.StartAsync();
        return new FakeBotApiServer(token, world, dispatcher, application);
    }

    /// <summary>Time passes for dates, deletion and expiry; waits and back-offs go by the real clock.</summary>
    public void AdvanceClock(TimeSpan by) => Locked(() => _world.Advance(by));

    /// <summary>The number that the next update gets; lower than the last one too, as after a quiet week.</summary>
    public void JumpUpdateIdsTo(int nextId) => Locked(() => _world.Updates.NextId = nextId);

    public void AddFault(Fault fault) => Locked(() => _world.Faults.Add(fault));

    public void ClearFaults() => Locked(_world.Faults.Clear);

    public async ValueTask DisposeAsync()
    {
        _dispatcher.Dispose();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(soon.Token);
        await _application.DisposeAsync();
    }

    private void Locked(Action action)
    {
        lock (_world.Gate)
            action();
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_world.Gate)
            return read();
    }
}
