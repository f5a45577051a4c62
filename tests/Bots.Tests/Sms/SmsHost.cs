using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Senim.Bots.Channels.Sms;
using Senim.Bots.Channels.Sms.Sweep;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Telegram;
using Senim.Bots.Tests.Turns;
using Senim.FakeTwilio;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Storage.Turns;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Sms;

/// <summary>The SMS channel behind a real web server, against a Twilio of its own, on a database file of its own.</summary>
internal sealed class SmsHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _app;

    private SmsHost(string folder, WebApplication app, FakeTwilioServer twilio, RecordingTransport transport, LogCatcher logs)
    {
        _folder = folder;
        _app = app;
        Twilio = twilio;
        Transport = transport;
        Logs = logs;
    }

    public FakeTwilioServer Twilio { get; }

    public RecordingTransport Transport { get; }

    public LogCatcher Logs { get; }

    public BreakableStore Store => Get<BreakableStore>();

    public Uri WebhookUrl => new(_app.Urls.Single() + SmsOptions.WebhookPath);

    public Uri StatusUrl => new(_app.Urls.Single() + SmsOptions.StatusPath);

    public static async Task<SmsHost> StartAsync(IFlow? flow = null, Action<IServiceCollection>? configure = null, params (string Name, string Value)[] settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var twilio = await FakeTwilioServer.StartAsync(new FakeTwilioOptions { WebhookUrl = new Uri(address + SmsOptions.WebhookPath), WebhookRepeats = 0 });
        var folder = Directory.CreateTempSubdirectory("senim-sms-").FullName;
        var transport = new RecordingTransport();
        var logs = new LogCatcher();

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Senim:Sms:AccountSid"] = twilio.AccountSid,
            ["Senim:Sms:AuthToken"] = twilio.AuthToken,
            ["Senim:Sms:From"] = twilio.Number,
            ["Senim:Sms:WebhookUrl"] = address + SmsOptions.WebhookPath,
            ["Senim:Sms:ApiUrl"] = twilio.BaseUrl,
            ["Senim:Sms:PerSecond"] = "1000",
            ["Senim:Sms:ShowSeconds"] = "1",
            ["Senim:Evidence:Path"] = Path.Combine(folder, "evidence"),
            ["Senim:Evidence:LeastFreeBytes"] = "0",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(pair => $"Senim:Sms:{pair.Name}", string? (pair) => pair.Value));
        builder.Services.AddIntake(new IntakeSettings($"Data Source={Path.Combine(folder, "intake.db")}", KeyRing.Random())).AddIntakeWriting().AddTriage();
        builder.Services.AddSingleton<SqliteTurnStore>();
        builder.Services.AddSingleton<BreakableStore>();
        builder.Services.Replace(ServiceDescriptor.Singleton<ITurnStore>(provider => provider.GetRequiredService<BreakableStore>()));
        builder.Services.AddSingleton<IEventTransport>(transport);
        builder.Services.AddBots();
        if (flow is not null)
            builder.Services.Replace(ServiceDescriptor.Singleton(flow));
        builder.Services.AddSmsChannel();

        // A test sweeps when it wants to.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(SweepWorker)));
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapSms();

        var host = new SmsHost(folder, app, twilio, transport, logs);
        await using (var db = host.Db())
            await db.Database.MigrateAsync();
        await app.StartAsync();
        return host;
    }

    public IntakeDb Db() => Get<IDbContextFactory<IntakeDb>>().CreateDbContext();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public ConversationKey Key(string number) => Get<BlindIndex>().Conversation(ChannelKind.Sms, number);

    public async Task<ConversationState> StateAsync(string number) =>
        Get<ConversationVault>().Open((await Store.LoadAsync(Key(number), CancellationToken.None))!).State;

    public async Task<IReadOnlyList<string>> StoryAsync()
    {
        await using var db = Db();
        var signal = new SignalId((await db.Signals.SingleAsync()).Id);
        return [.. (await Get<ISignalReader>().OpenAsync(signal, CancellationToken.None))!.Content.Story.Select(part => part.Text)];
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Twilio.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The address must be known before the server starts, since it is signed.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One hotline for the tests of a class that leave nothing behind.</summary>
public sealed class SmsFixture : IAsyncLifetime
{
    internal SmsHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await SmsHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
