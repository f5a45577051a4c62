using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Turns;

/// <summary>The turn engine as the host runs it, on a database file of its own.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly string folder;
    private readonly ServiceProvider services;
    private readonly bool ownsFolder;

    private EngineHost(string folder, bool ownsFolder, KeyRing keys, IFlow flow, Action<IServiceCollection>? configure)
    {
        this.folder = folder;
        this.ownsFolder = ownsFolder;
        Keys = keys;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddOptions();
        collection.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        collection.AddIntake(new IntakeSettings($"Data Source={Path.Combine(folder, "intake.db")}", keys));
        collection.AddIntakeWriting();
        collection.AddSingleton<IEventTransport>(Transport);
        collection.AddSingleton<ITriage>(new QuietTriage());
        collection.AddSingleton(flow);
        collection.AddSingleton<IReplyChannel>(Channel);
        collection.AddBots();
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public KeyRing Keys { get; }

    public RecordingChannel Channel { get; } = new();

    public RecordingTransport Transport { get; } = new();

    public TurnRunner Runner => services.GetRequiredService<TurnRunner>();

    public ITurnStore Store => services.GetRequiredService<ITurnStore>();

    public BlindIndex Blind => services.GetRequiredService<BlindIndex>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<EngineHost> StartAsync(
        IFlow? flow = null, Action<IServiceCollection>? configure = null, string? folder = null, KeyRing? keys = null)
    {
        var ownsFolder = folder is null;
        folder ??= Directory.CreateTempSubdirectory("senim-engine-").FullName;
        var host = new EngineHost(folder, ownsFolder, keys ?? KeyRing.Random(), flow ?? new TestFlow(), configure);
        await using (var db = host.Db())
            await db.Database.MigrateAsync();

        // Time-outs and the outbox are driven by the tests; only the committer runs by itself.
        await host.Get<TurnCommitter>().StartAsync(CancellationToken.None);
        return host;
    }

    public IntakeDb Db() => services.GetRequiredService<IDbContextFactory<IntakeDb>>().CreateDbContext();

    public InboundTurn Text(string account, string text, int number) => new()
    {
        Channel = ChannelKind.Telegram,
        Conversation = Blind.Conversation(ChannelKind.Telegram, account),
        Delivery = Blind.Delivery(1, number, $"{account}|{number}"),
        Input = new TurnInput.Text(text),
        ReceivedUtc = TimeProvider.System.NowUtc(),
        ReplyAddress = Encoding.UTF8.GetBytes(account),
    };

    public async Task<SignalContent> ReadAsync(Guid signal) =>
        (await Get<ISignalReader>().OpenAsync(new SignalId(signal), CancellationToken.None))!.Content;

    public async ValueTask DisposeAsync()
    {
        await Get<TurnCommitter>().StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (ownsFolder)
            Directory.Delete(folder, recursive: true);
    }

    private sealed class QuietTriage : ITriage
    {
        public TriageResult Assess(TriageInput input) => new(Urgency.Standard, [], [], null);
    }
}

/// <summary>Shows replies to a list, or answers as it is told.</summary>
internal sealed class RecordingChannel : IReplyChannel
{
    public ChannelKind Kind => ChannelKind.Telegram;

    public ConcurrentQueue<ShowRequest> Shown { get; } = new();

    public Func<ShowRequest, ShowResult>? Answer { get; set; }

    /// <summary>What it makes of its memo, or how it fails at that.</summary>
    public Func<byte[]?, byte[]?>? Memory { get; set; }

    public byte[]? Remember(byte[]? memo, InboundTurn turn) => Memory is { } memory ? memory(memo) : memo;

    public Task<ShowResult> ShowAsync(ShowRequest request, CancellationToken cancellationToken)
    {
        Shown.Enqueue(request);
        return Task.FromResult(Answer?.Invoke(request) ?? new ShowResult.Shown(request.Memo));
    }
}

/// <summary>Takes events to a list, or fails as it is told.</summary>
internal sealed class RecordingTransport : IEventTransport
{
    public ConcurrentQueue<EventEnvelope> Published { get; } = new();

    public Func<EventEnvelope, Exception?>? Fault { get; set; }

    public Task PublishAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken)
    {
        if (envelopes.Select(envelope => Fault?.Invoke(envelope)).FirstOrDefault(fault => fault is not null) is { } fault)
            return Task.FromException(fault);
        foreach (var envelope in envelopes)
            Published.Enqueue(envelope);
        return Task.CompletedTask;
    }
}
