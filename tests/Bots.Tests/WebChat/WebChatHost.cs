using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Senim.Bots.Channels.WebChat;
using Senim.Bots.Conversation.Spool;
using Senim.Bots.Tests.Turns;
using Senim.Intake;
using Senim.Intake.Evidence;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.WebChat;

/// <summary>The web chat behind a real web server on a free port, with the report flow, on a database file of its own.</summary>
public sealed class WebChatHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("senim-webchat-").FullName;
    private WebApplication? _app;

    internal ShiftedClock Clock { get; } = new();

    internal KeyRing Keys { get; } = KeyRing.Random();

    /// <summary>Where files lie that were sent.</summary>
    public string Files => Path.Combine(_folder, "evidence");

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IEventTransport>(new RecordingTransport());
        builder.Services.AddIntake(new IntakeSettings($"Data Source={Path.Combine(_folder, "intake.db")}", Keys)).AddIntakeWriting().AddTriage();
        builder.Services.AddBots();
        builder.Services.Configure<SpoolOptions>(spool => spool.Path = Path.Combine(_folder, "spool"));
        builder.Services.Configure<EvidenceOptions>(evidence => (evidence.Path, evidence.LeastFreeBytes) = (Files, 0));
        builder.Services.AddWebChat();
        _app = builder.Build();
        _app.MapWebChat();
        await using (var db = Db())
            await db.Database.MigrateAsync();
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
    }

    public IntakeDb Db() => Services.GetRequiredService<IDbContextFactory<IntakeDb>>().CreateDbContext();

    /// <summary>The tables of the conversations are out of reach until the answer is disposed.</summary>
    internal async Task<IAsyncDisposable> WithoutDatabaseAsync()
    {
        await RenameAsync("Conversations", "Away1");
        await RenameAsync("Activities", "Away2");
        return new Undo(async () =>
        {
            await RenameAsync("Away1", "Conversations");
            await RenameAsync("Away2", "Activities");
        });
    }

    internal DirectLineClient Client() => new(Address);

    public async Task DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RenameAsync(string from, string to)
    {
        await using var db = Db();
#pragma warning disable EF1002 // Both names are written above.
        await db.Database.ExecuteSqlRawAsync($"ALTER TABLE \"{from}\" RENAME TO \"{to}\"");
#pragma warning restore EF1002
    }

    private sealed class Undo(Func<Task> undo) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await undo();
    }
}

/// <summary>The real time and something more.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
