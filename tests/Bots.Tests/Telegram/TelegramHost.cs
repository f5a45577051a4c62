using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Senim.Bots.Channels.Telegram;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Turns;
using Senim.FakeBotApi;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Storage.Turns;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Telegram;

/// <summary>The Telegram channel behind a real web server, against a Bot API server of its own, on a database file of its own.</summary>
internal sealed class TelegramHost : IAsyncDisposable
{
    public const string Secret = "secret_of-the-tests";

    private readonly string _folder;
    private readonly WebApplication _app;

    private TelegramHost(string folder, WebApplication app, FakeBotApiServer telegram, RecordingTransport transport, LogCatcher logs)
    {
        _folder = folder;
        _app = app;
        Telegram = telegram;
        Transport = transport;
        Logs = logs;
    }

    public FakeBotApiServer Telegram { get; }

    public RecordingTransport Transport { get; }

    public LogCatcher Logs { get; }

    public BreakableStore Store => _app.Services.GetRequiredService<BreakableStore>();

    public Uri WebhookUrl => new(new Uri(_app.Urls.Single()), "/telegram/webhook");

    public static Task<TelegramHost> ByWebhookAsync(IFlow? flow = null, Action<IServiceCollection>? configure = null) =>
        StartAsync(byWebhook: true, flow, configure, waits: true);

    public static Task<TelegramHost> ByPollingAsync(IFlow? flow = null, Action<FakeBotApiServer>? prepare = null, Action<BreakableStore>? arm = null) =>
        StartAsync(byWebhook: false, flow, null, waits: true, prepare, arm);

    /// <param name="prepare">What waits at Telegram before the channel starts.</param>
    /// <param name="arm">What the store does from the first turn on.</param>
    /// <param name="waits">Waits until the channel is set up, so that updates have somewhere to go.</param>
    public static async Task<TelegramHost> StartAsync(
        bool byWebhook, IFlow? flow, Action<IServiceCollection>? configure, bool waits, Action<FakeBotApiServer>? prepare = null, Action<BreakableStore>? arm = null)
    {
        var telegram = await FakeBotApiServer.StartAsync(options: new FakeBotApiOptions { RetryAfterUnit = TimeSpan.FromMilliseconds(5) });
        prepare?.Invoke(telegram);
        var folder = Directory.CreateTempSubdirectory("senim-telegram-").FullName;
        var address = $"http://127.0.0.1:{FreePort()}";
        var transport = new RecordingTransport();
        var logs = new LogCatcher();

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Senim:Telegram:Token"] = telegram.Token,
            ["Senim:Telegram:ApiUrl"] = telegram.BaseUrl,
            ["Senim:Telegram:ShowSeconds"] = "1",
            ["Senim:Telegram:WebhookUrl"] = byWebhook ? $"{address}/telegram/webhook" : "",
            ["Senim:Telegram:WebhookSecret"] = byWebhook ? Secret : "",
            ["Senim:Evidence:Path"] = Path.Combine(folder, "evidence"),
            ["Senim:Evidence:LeastFreeBytes"] = "0",
        });
        builder.Services.AddIntake(new IntakeSettings($"Data Source={Path.Combine(folder, "intake.db")}", KeyRing.Random())).AddIntakeWriting().AddTriage();
        builder.Services.AddSingleton<SqliteTurnStore>();
        builder.Services.AddSingleton<BreakableStore>();
        builder.Services.Replace(ServiceDescriptor.Singleton<ITurnStore>(provider => provider.GetRequiredService<BreakableStore>()));
        builder.Services.AddSingleton<IEventTransport>(transport);
        builder.Services.AddBots();
        if (flow is not null)
            builder.Services.Replace(ServiceDescriptor.Singleton(flow));
        builder.Services.AddTelegramChannel();
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapTelegramWebhook();

        var host = new TelegramHost(folder, app, telegram, transport, logs);
        await using (var db = host.Db())
            await db.Database.MigrateAsync();
        arm?.Invoke(host.Store);
        await app.StartAsync();
        if (waits)
            await telegram.WaitUntilAsync(() => telegram.CallsOf("setMyShortDescription").Count(call => call.Ok) == 4);
        return host;
    }

    public IntakeDb Db() => _app.Services.GetRequiredService<IDbContextFactory<IntakeDb>>().CreateDbContext();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Child Child(long id) => new(Telegram, id);

    public async Task<SignalContent> ReadAsync(Guid signal) =>
        (await Get<ISignalReader>().OpenAsync(new SignalId(signal), CancellationToken.None))!.Content;

    public async Task<ConversationState> StateAsync(long chat) =>
        Get<ConversationVault>().Open((await Store.LoadAsync(Get<BlindIndex>().Conversation(ChannelKind.Telegram, $"{chat}"), CancellationToken.None))!).State;

    /// <summary>The table of the conversations is out of reach until the answer is disposed.</summary>
    public async Task<IAsyncDisposable> WithoutDatabaseAsync()
    {
        await using (var db = Db())
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Conversations\" RENAME TO \"Away\"");
        return new Undo(async () =>
        {
            await using var db = Db();
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Away\" RENAME TO \"Conversations\"");
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Telegram.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The address must be known before the server starts, since it is set as the webhook's.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Undo(Func<Task> undo) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await undo();
    }
}
