using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Senim.FakeTwilio.Http;
using Senim.FakeTwilio.Webhooks;
using Senim.FakeTwilio.World;

namespace Senim.FakeTwilio;

/// <summary>
/// Twilio's messages for one account, on a free port of this machine. It holds callers to Twilio's rules, and tests act through it as
/// the phones, see what each received, and decide what goes wrong. Written against Twilio's documentation, without any SDK, so that it
/// can judge one. Safe for use from many threads.
/// </summary>
public sealed partial class FakeTwilioServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly SmsWorld _world;
    private readonly WebhookPoster _poster;
    private readonly CancellationTokenSource _stopping;
    private int _disposed;

    private FakeTwilioServer(WebApplication application, SmsWorld world, CancellationTokenSource stopping)
    {
        _application = application;
        _world = world;
        _stopping = stopping;
        _poster = new WebhookPoster(world.Options);
    }

    /// <summary>Such as http://127.0.0.1:41234; the paths below it are those of https://api.twilio.com.</summary>
    public string BaseUrl => _application.Urls.First();

    public string AccountSid => _world.Options.AccountSid;

    public string AuthToken => _world.Options.AuthToken;

    /// <summary>The first number of the account.</summary>
    public string Number => _world.Options.Numbers[0];

    /// <summary>What clock the server goes by at this moment.</summary>
    public DateTimeOffset Now => Locked(() => _world.Now);

    /// <summary>Calls of the API so far.</summary>
    public IReadOnlyList<ApiCall> Calls => Locked<IReadOnlyList<ApiCall>>(() => [.. _world.Calls]);

    /// <summary>What Twilio's debugger would show, of all webhooks so far.</summary>
    public IReadOnlyList<TwilioAlert> Alerts => Locked<IReadOnlyList<TwilioAlert>>(() => [.. _world.Alerts]);

    /// <summary>Messages that have not been deleted, oldest first.</summary>
    public IReadOnlyList<KeptMessage> Kept =>
        Locked<IReadOnlyList<KeptMessage>>(() => [.. _world.Messages.Where(message => !message.Deleted).Select(message => message.ToKept())]);

    /// <summary>Files that have not been deleted, also those whose message was.</summary>
    public IReadOnlyList<string> KeptMedia => Locked<IReadOnlyList<string>>(() => [.. _world.Messages.SelectMany(message => message.Media).Select(media => media.Sid)]);

    /// <summary>For each download of a file's content, whether it carried the account's token, which nobody asks for there.</summary>
    public IReadOnlyList<bool> SignedDownloads => Locked<IReadOnlyList<bool>>(() => [.. _world.SignedDownloads]);

    /// <summary>Downloads are sent to this address from now on; to this server's own store when null.</summary>
    public void RedirectMediaTo(string? location) => Locked(() => _world.MediaLocation = location);

    /// <summary>Every file that a phone sent, deleted ones too.</summary>
    public IReadOnlyList<string> AllMedia => Locked<IReadOnlyList<string>>(() => [.. _world.AllMedia]);

    public static async Task<FakeTwilioServer> StartAsync(FakeTwilioOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var world = new SmsWorld(options ?? new FakeTwilioOptions());
        var stopping = new CancellationTokenSource();
        application.Run(new ApiEndpoint(world, stopping.Token).HandleAsync);
        await application.StartAsync();
        return new FakeTwilioServer(application, world, stopping);
    }

    /// <summary>Time passes for dates; waits and back-offs go by the real clock.</summary>
    public void AdvanceClock(TimeSpan by) => Locked(() => _world.Advance(by));

    public void AddFault(Fault fault) => Locked(() => _world.Faults.Add(fault));

    public void ClearFaults() => Locked(_world.Faults.Clear);

    /// <summary>Messages to this number are refused with a code, such as 21408, 21610 or 21614.</summary>
    public void Refuse(string number, int code, string message = "Refused") => Locked(() => _world.Refused[number] = (code, message));

    public void Accept(string number) => Locked(() => _world.Refused.Remove(number));

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await _stopping.CancelAsync();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(soon.Token);
        await _application.DisposeAsync();
        _poster.Dispose();
        _stopping.Dispose();
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
