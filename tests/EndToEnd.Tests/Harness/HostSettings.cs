using System.Net;
using System.Net.Sockets;
using Senim.FakeBotApi;
using Senim.FakeTwilio;

namespace Senim.EndToEnd.Tests.Harness;

/// <summary>The environment that a process is started with.</summary>
internal sealed record HostSettings
{
    public const string WebhookSecret = "secret-of-the-webhook_0123456789";

    private static readonly string[] Inherited = ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_URLS", "DOTNET_URLS", "URLS"];

    public required IReadOnlyDictionary<string, string?> Variables { get; init; }

    /// <summary>Started so that <see cref="HostProcess.FillDiskAsync"/> can be called on it.</summary>
    public bool MeetsFullDisk { get; init; }

    /// <summary>Both sides on free ports, in Development, everything logged.</summary>
    public static HostSettings For(HostFolder folder) => new()
    {
        Variables = new Dictionary<string, string?>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Senim__DataPath"] = folder.Path,
            ["Senim__Database__Provider"] = folder.Provider.ToString(),
            ["Senim__Database__ConnectionString"] = folder.Server,
            ["Senim__Urls__Public"] = "http://127.0.0.1:0",
            ["Senim__Urls__Desk"] = "http://127.0.0.1:0",
            ["Logging__LogLevel__Default"] = "Trace",
            ["Logging__LogLevel__Microsoft"] = "Trace",

            // Most of these processes live for seconds: code is compiled once and not measured for a second time.
            ["DOTNET_TieredPGO"] = "0",
        },
    };

    public HostSettings With(string name, string? value) => this with
    {
        Variables = new Dictionary<string, string?>(Variables) { [name] = value },
    };

    /// <summary>Short polls, so that a node that is told to stop does not hold up the test.</summary>
    public HostSettings Polling(FakeBotApiServer telegram) => this
        .With("Senim__Telegram__Token", telegram.Token)
        .With("Senim__Telegram__ApiUrl", telegram.BaseUrl)
        .With("Senim__Telegram__PollSeconds", "5");

    /// <summary>The port must be known before the start and be the same after it: Telegram goes on posting to it.</summary>
    public HostSettings Webhook(FakeBotApiServer telegram, int publicPort) => Polling(telegram)
        .With("Senim__Urls__Public", $"http://127.0.0.1:{publicPort}")
        .With("Senim__Telegram__WebhookUrl", $"http://127.0.0.1:{publicPort}/telegram/webhook")
        .With("Senim__Telegram__WebhookSecret", WebhookSecret);

    /// <summary>A Twilio that posts texts to a node on that port.</summary>
    public static Task<FakeTwilioServer> StartTwilioAsync(int publicPort) =>
        FakeTwilioServer.StartAsync(new FakeTwilioOptions { WebhookUrl = new Uri($"http://127.0.0.1:{publicPort}/sms/webhook") });

    public HostSettings Texts(FakeTwilioServer twilio, int publicPort) => this
        .With("Senim__Urls__Public", $"http://127.0.0.1:{publicPort}")
        .With("Senim__Sms__AccountSid", twilio.AccountSid)
        .With("Senim__Sms__AuthToken", twilio.AuthToken)
        .With("Senim__Sms__From", twilio.Number)
        .With("Senim__Sms__WebhookUrl", $"http://127.0.0.1:{publicPort}/sms/webhook")
        .With("Senim__Sms__ApiUrl", twilio.BaseUrl)
        .With("Senim__Sms__PerSecond", "100");

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Nothing of the developer's own settings reaches the process.</summary>
    public void Apply(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("Senim__", StringComparison.OrdinalIgnoreCase) || Inherited.Contains(name)).ToList())
            environment.Remove(name);
        foreach (var (name, value) in Variables)
        {
            if (value is null)
                environment.Remove(name);
            else
                environment[name] = value;
        }
    }
}
