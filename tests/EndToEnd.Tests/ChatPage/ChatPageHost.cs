using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Senim.Bots;
using Senim.Bots.Channels.WebChat;
using Senim.Browser;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.EndToEnd.Tests.ChatPage;

/// <summary>The chat page on a real web server and in a real browser, over a database of its own.</summary>
public class ChatPageHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("senim-page-").FullName;
    private readonly ChromiumBrowser _browser = new();
    private WebApplication? _app;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IEventTransport>(new NowhereTransport());
        builder.Services.AddIntake(new IntakeSettings($"Data Source={Path.Combine(_folder, "intake.db")}", KeyRing.Random())).AddIntakeWriting().AddTriage();
        builder.Services.AddBots();
        builder.Services.AddWebChat();
        Configure(builder.Services, _folder);
        _app = builder.Build();
        _app.MapWebChat();
        await using (var db = Db())
            await db.Database.MigrateAsync();
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
        await _browser.InitializeAsync();
    }

    public IntakeDb Db() => _app!.Services.GetRequiredService<IDbContextFactory<IntakeDb>>().CreateDbContext();

    public T Get<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    /// <summary>The signals there are, in the order in which they came, opened.</summary>
    public async Task<IReadOnlyList<OpenedSignal>> SignalsAsync()
    {
        await using var db = Db();
        var ids = await db.Signals.OrderBy(row => row.ReceivedUtc).Select(row => row.Id).ToListAsync();
        var reader = _app!.Services.GetRequiredService<ISignalReader>();
        var opened = new List<OpenedSignal>();
        foreach (var id in ids)
            opened.Add((await reader.OpenAsync(new SignalId(id), CancellationToken.None))!);
        return opened;
    }

    public async Task<ChatPageUser> OpenAsync(Screen screen, bool reducedMotion = false, bool scripts = true)
    {
        var opened = await _browser.OpenAsync(screen, options =>
        {
            options.ReducedMotion = reducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference;
            options.JavaScriptEnabled = scripts;
        });
        return new ChatPageUser(opened, Address);
    }

    /// <summary>A page with nothing in it yet.</summary>
    protected Task<BrowserPage> OpenBrowserAsync(Screen screen) => _browser.OpenAsync(screen);

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <param name="folder">The host's own.</param>
    protected virtual void Configure(IServiceCollection services, string folder)
    {
    }

    private sealed class NowhereTransport : IEventTransport
    {
        public Task PublishAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
