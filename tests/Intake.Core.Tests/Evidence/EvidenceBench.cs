using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Senim.Intake.Checkpoints;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
using Senim.Intake.Evidence.Fetching;
using Senim.Intake.Evidence.Files;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Evidence;

/// <summary>The core over files and a database of its own; the channel that has the files is played by the test.</summary>
internal sealed class EvidenceBench : IAsyncDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("senim-evidence-").FullName;
    private readonly ServiceProvider services;

    private EvidenceBench(Action<EvidenceOptions>? set, ICheckpoints? checkpoints)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IEventTransport>(new NoTransport());
        collection.AddSingleton<IFileSource>(Source);
        if (checkpoints is not null)
            collection.AddSingleton(checkpoints);
        collection.AddIntake(new IntakeSettings($"Data Source={Path.Combine(root, "intake.db")}", Keys)).AddIntakeWriting();
        collection.PostConfigure<EvidenceOptions>(options =>
        {
            (options.Path, options.LeastFreeBytes) = (Files, 0);
            set?.Invoke(options);
        });
        services = collection.BuildServiceProvider();
    }

    public KeyRing Keys { get; } = KeyRing.Random();

    public MovingClock Clock { get; } = new();

    public PlayedSource Source { get; } = new();

    public string Files => Path.Combine(root, "evidence");

    public EvidenceFolder Folder => Get<EvidenceFolder>();

    public static async Task<EvidenceBench> StartAsync(Action<EvidenceOptions>? set = null, ICheckpoints? checkpoints = null)
    {
        var bench = new EvidenceBench(set, checkpoints);
        await using var db = bench.Db();
        await db.Database.MigrateAsync();
        return bench;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public IntakeDb Db() => Get<IDbContextFactory<IntakeDb>>().CreateDbContext();

    public EvidenceSweep Sweep() => services.GetServices<IHostedService>().OfType<EvidenceSweep>().Single();

    public OutboxSweep<IntakeDb> Outbox() => services.GetServices<IHostedService>().OfType<OutboxSweep<IntakeDb>>().Single();

    public async Task FetchAsync()
    {
        while (await Outbox().SweepAsync(EventLane.Other, OutboxKind.Fetch, CancellationToken.None) > 0)
        {
        }
    }

    /// <summary>A finished signal about bullying with one file that its channel still has.</summary>
    public async Task<(SignalRow Signal, EvidenceRow File)> SignalAsync(
        Action<SignalRow>? change = null, SignalContent? content = null, bool hasWords = true, MediaKind kind = MediaKind.Picture)
    {
        var key = DataKey.Create(Keys.Content);
        var now = Clock.NowUtc();
        var signal = new SignalRow
        {
            Id = Guid.CreateVersion7(),
            Reference = StaffReference.New(),
            Version = 1,
            Channel = ChannelKind.Telegram,
            Urgency = Urgency.Standard,
            Categories = "bullying",
            ReceivedUtc = now,
            ChangedUtc = now,
            FirstLookDueUtc = now,
            AssignedDueUtc = now,
            CloseDueUtc = now,
            ConversationKey = new byte[16],
            DataKeyId = key.Id,
        };
        change?.Invoke(signal);
        signal.Content = SignalRows.Seal(key, signal.Id, content ?? new SignalContent { IsFinished = true });
        var file = EvidenceRows.Write(
            key, ChannelKind.Telegram, new DeliveryKey(1, 2, 3), 0, new InboundFile { Kind = kind, Reference = [1, 2, 3] }, hasWords, now);
        await using var db = Db();
        db.Add(new DataKeyRow { Id = key.Id, Wrapped = key.Wrapped });
        db.Add(signal);
        db.Add(file);
        db.Add(EvidenceRows.Fetch(file, default));
        await db.SaveChangesAsync();
        return (signal, file);
    }

    public async Task<EvidenceRow> RowAsync(Guid id)
    {
        await using var db = Db();
        return await db.Evidence.AsNoTracking().SingleAsync(row => row.Id == id);
    }

    public async Task<int> OwedAsync()
    {
        await using var db = Db();
        return await db.Outbox.CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    private sealed class NoTransport : IEventTransport
    {
        public Task PublishAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>A channel that has one file, or whatever the test says.</summary>
internal sealed class PlayedSource : IFileSource
{
    public ChannelKind Channel => ChannelKind.Telegram;

    public byte[] Content { get; set; } = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    public Func<SealingStream, Task<FetchResult>>? Play { get; set; }

    public int Asked { get; private set; }

    public async Task<FetchResult> FetchAsync(byte[] reference, SealingStream destination, CancellationToken cancellationToken)
    {
        Asked++;
        Assert.Equal([1, 2, 3], reference);
        if (Play is not null)
            return await Play(destination);
        await destination.WriteAsync(Content, cancellationToken);
        return new FetchResult.Fetched();
    }
}

internal sealed class MovingClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
