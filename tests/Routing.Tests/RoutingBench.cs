using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Senim.Intake;
using Senim.Intake.Evidence;
using Senim.Intake.Likeness;
using Senim.Intake.Notes;
using Senim.Intake.Outbox;
using Senim.Intake.Places;
using Senim.Intake.Promises;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Drills;
using Senim.Routing.Ladder;
using Senim.Routing.Queues;
using Senim.Routing.Storage;

namespace Senim.Routing.Tests;

/// <summary>Routing as the host wires it, over a real file, with a clock and a sealed store of the test's own.</summary>
internal sealed class RoutingBench : IAsyncDisposable
{
    public const string Taraz = "311000000";
    public const string Zhambyl = "310000000";
    public const string ZhambylDistrict = "314000000";
    public const string Almaly = "751110000";
    public const string Almaty = "750000000";
    public const string National = OwningUnit.NationalCode;

    private readonly string folder = Directory.CreateTempSubdirectory("senim-routing-").FullName;
    private readonly ServiceProvider services;

    private RoutingBench(IEnumerable<(string Name, string Value)> settings, Action<IServiceCollection>? more)
    {
        var connection = $"Data Source={Path.Combine(folder, "routing.db")}";
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(each => each.Name, each => (string?)each.Value)).Build());
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<ISignalReader>(Words);
        collection.AddSingleton<IStaffQuestions>(Questions);
        collection.AddSingleton<IEvidenceFiles>(Files);
        collection.AddSingleton<ICaseNotes>(Notes);
        collection.AddSingleton<ISignalLikeness>(Likeness);
        collection.AddPlaces().AddPromises();
        collection.AddSingleton<ILadderAlerts>(Alerts);
        collection.AddRouting(connection).AddLadder().AddInProcessTransport();
        collection.AddStaffAccounts(connection);
        more?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>A Thursday, 10:00 in Kazakhstan.</summary>
    public static DateTime Morning { get; } = new(2026, 11, 26, 5, 0, 0, DateTimeKind.Utc);

    public static StaffScope OfficerOfTaraz { get; } = new("aigerim", StaffRole.Officer, Taraz);

    public static StaffScope OfficerOfAlmaly { get; } = new("daniyar", StaffRole.Officer, Almaly);

    public static StaffScope LeadOfZhambyl { get; } = new("saule", StaffRole.RegionalLead, Zhambyl);

    public static StaffScope NationalDesk { get; } = new("marat", StaffRole.National, National);

    public HandClock Clock { get; } = new(Morning);

    public SealedWords Words { get; } = new();

    public AskedQuestions Questions { get; } = new();

    public SealedFiles Files { get; } = new();

    public KeptNotes Notes { get; } = new();

    public KnownLikeness Likeness { get; } = new();
    public RecordedAlerts Alerts { get; } = new();

    public LadderSweep Sweep => Get<LadderSweep>();

    public DrillSweep Drill => Get<DrillSweep>();

    public IQueueDesk Desk => Get<IQueueDesk>();

    public ICaseDesk Cases => Get<ICaseDesk>();

    public IPromises Promises => Get<IPromises>();

    /// <param name="more">Services of the test's own.</param>
    public static async Task<RoutingBench> StartAsync(IEnumerable<(string Name, string Value)>? settings = null, Action<IServiceCollection>? more = null)
    {
        var bench = new RoutingBench(settings ?? [], more);
        await using var db = await bench.OpenDbAsync();
        await db.Database.MigrateAsync();
        return bench;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    /// <summary>Makes an account that can sign in; its sign-in name is also the name that is shown.</summary>
    public async Task<StaffScope> StaffAsync(string name, StaffRole role, string unit)
    {
        await using var scope = Scope();
        var outcome = await scope.ServiceProvider.GetRequiredService<IStaffAccounts>()
            .AddAsync(new NewStaffMember(name, name, role, unit), "кең дала, биік тау", CancellationToken.None);
        return new StaffScope(Assert.IsType<StaffAccountOutcome.Done>(outcome).StaffId, role, unit);
    }

    public Task<RoutingDb> OpenDbAsync() => Get<IDbContextFactory<RoutingDb>>().CreateDbContextAsync();

    /// <returns>The scope of a new account.</returns>
    public async Task<StaffScope> AddStaffAsync(string name, string displayName, StaffRole role = StaffRole.Officer, string unit = Taraz)
    {
        await using var scope = Scope();
        var outcome = await scope.ServiceProvider.GetRequiredService<IStaffAccounts>()
            .AddAsync(new NewStaffMember(name, displayName, role, unit), "correct horse battery", CancellationToken.None);
        return new StaffScope(Assert.IsType<StaffAccountOutcome.Done>(outcome).StaffId, role, unit);
    }

    public Task<StepOutcome> StepAsync(QueueItem item, StaffScope by, StaffStep step) => Cases.TakeAsync(by, item.Id, step, CancellationToken.None);

    /// <summary>Everything that was due by now and that nobody did.</summary>
    public Task<int> SweepAsync() => services.GetServices<IHostedService>().OfType<StepSweep>().Single().SweepAsync(CancellationToken.None);

    /// <summary>A signal as the intake side first tells of it.</summary>
    public SignalEvent Signal(Urgency urgency = Urgency.Standard, string? place = Taraz) => new()
    {
        SignalId = Guid.CreateVersion7(),
        Version = 1,
        Reference = StaffReference.New(),
        Channel = ChannelKind.Telegram,
        Source = SignalSource.Child,
        Language = Language.Kk,
        Urgency = urgency,
        Categories = ["bullying"],
        PlaceCode = place,
        Incomplete = false,
        Unparsed = false,
        HasNewWords = false,
        ReceivedUtc = Clock.NowUtc(),
        ChangedUtc = Clock.NowUtc(),
        Due = Promises.For(urgency, Clock.NowUtc(), place),
    };

    /// <summary>The next version, as the intake side makes it: urgency only rises, and only a rise brings new due times.</summary>
    public SignalEvent Next(SignalEvent before, Urgency? urgency = null, string? place = null, bool words = true)
    {
        var raised = urgency is { } higher && higher > before.Urgency ? higher : before.Urgency;
        return before with
        {
            Version = before.Version + 1,
            Urgency = raised,
            PlaceCode = place ?? before.PlaceCode,
            HasNewWords = words,
            ChangedUtc = Clock.NowUtc(),
            Due = raised > before.Urgency ? Promises.For(raised, Clock.NowUtc(), place ?? before.PlaceCode) : before.Due,
        };
    }

    public static EventEnvelope Envelope(SignalEvent signal) => new(
        new Guid(signal.SignalId.ToByteArray()[..12].Concat(BitConverter.GetBytes(signal.Version)).ToArray()),
        signal.Version == 1 ? SignalEvent.Received : SignalEvent.Changed,
        signal.Urgency == Urgency.Emergency ? EventLane.Emergency : EventLane.Other,
        "none.none." + signal.Urgency.ToString().ToLower(CultureInfo.InvariantCulture),
        signal.ChangedUtc,
        JsonSerializer.Serialize(signal, IntakeJson.Default.SignalEvent));

    public async Task<QueueItem> HearAsync(params SignalEvent[] signals)
    {
        foreach (var signal in signals)
            await Get<IEventTransport>().PublishAsync([Envelope(signal)], CancellationToken.None);
        return await ItemAsync(signals[0]);
    }

    public async Task<QueueItem> ItemAsync(SignalEvent signal)
    {
        await using var db = await OpenDbAsync();
        return await db.Items.AsNoTracking().Include(item => item.History.OrderBy(row => row.Id)).SingleAsync(item => item.SignalId == signal.SignalId);
    }

    public async Task<IReadOnlyList<ProgressEvent>> ToldToReporterAsync(SignalEvent signal)
    {
        await using var db = await OpenDbAsync();
        var rows = await db.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        return [.. rows.Select(row => JsonSerializer.Deserialize(row.Body, IntakeJson.Default.ProgressEvent)!).Where(told => told.SignalId == signal.SignalId)];
    }

    public async Task<QueueItem> AcknowledgedAsync(SignalEvent signal, StaffScope? by = null)
    {
        var item = await HearAsync(signal);
        Assert.IsType<AcknowledgeOutcome.Done>(await Desk.AcknowledgeAsync(by ?? OfficerOfTaraz, item.Id, CancellationToken.None));
        return await ItemAsync(signal);
    }

    public async Task<QueueItem> ClosedAsync(SignalEvent signal)
    {
        var item = await AcknowledgedAsync(signal);
        if (item.IsCallOwed)
            await StepAsync(item, OfficerOfTaraz, new StaffStep.TellCall { Id = Guid.NewGuid(), Note = new CaseNote("ребёнок уже у врача") });
        var outcome = await Desk.CloseAsync(OfficerOfTaraz, item.Id, CaseOutcome.HelpGiven, item.SignalVersion, CancellationToken.None);
        if (outcome is CloseOutcome.Asked)
            Assert.IsType<StepOutcome.Done>(await StepAsync(item, LeadOfZhambyl, new StaffStep.ConfirmClosing(item.SignalVersion) { Id = Guid.NewGuid() }));
        else
            Assert.IsType<CloseOutcome.Done>(outcome);
        return await ItemAsync(signal);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Stands still until it is moved.</summary>
internal sealed class HandClock(DateTime startUtc) : TimeProvider
{
    private DateTime now = startUtc;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan span) => now += span;
}

/// <summary>The intake side's sealed store, opened.</summary>
internal sealed class SealedWords : ISignalReader
{
    public Dictionary<Guid, OpenedSignal> Opened { get; } = [];

    public Task<OpenedSignal?> OpenAsync(SignalId id, CancellationToken cancellationToken) =>
        Task.FromResult(Opened.GetValueOrDefault(id.Value));
}

/// <summary>Stands in for the sealed store: about which signals something was asked.</summary>
internal sealed class AskedQuestions : IStaffQuestions
{
    public List<(SignalId Signal, string By)> Asked { get; } = [];

    public Task<IReadOnlyList<StaffQuestion>> ListAsync(SignalId signal, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<StaffQuestion>>([]);

    public Task<AskOutcome> AskAsync(SignalId signal, NewQuestion question, string staffId, CancellationToken cancellationToken)
    {
        Asked.Add((signal, staffId));
        return Task.FromResult(AskOutcome.Asked);
    }
}
