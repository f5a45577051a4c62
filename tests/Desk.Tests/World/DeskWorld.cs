using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Intake;
using Senim.Intake.Evidence;
using Senim.Intake.Likeness;
using Senim.Intake.Notes;
using Senim.Intake.Outbox;
using Senim.Intake.Places;
using Senim.Intake.Privacy;
using Senim.Intake.Promises;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Drills;
using Senim.Routing.Queues;
using Senim.Routing.Storage;
using Senim.Routing.Tests;

namespace Senim.Desk.Tests.World;

/// <summary>Routing over a database file of its own, staff in two regions, and desks that can be started over it.</summary>
internal sealed class DeskWorld : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private readonly string folder = Directory.CreateTempSubdirectory("senim-desk-").FullName;
    private readonly ServiceProvider routing;
    private readonly List<DeskNode> nodes = [];

    private static readonly Lazy<Task<byte[]>> Template = new(MakeTemplateAsync);

    private DeskWorld()
    {
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddPlaces();
        services.AddPromises();
        services.AddSingleton<ISignalReader>(Stories);
        services.AddSingleton<IStaffQuestions>(Questions);
        services.AddSingleton<IEvidenceFiles>(Files);
        services.AddSingleton<ICaseNotes>(Notes);
        services.AddSingleton<ISignalLikeness>(Likeness);
        services.AddRouting(ConnectionString);
        services.AddStaffAccounts(ConnectionString);
        services.Configure<PasswordHasherOptions>(HashLightly);
        routing = services.BuildServiceProvider();
    }

    public MovedClock Clock { get; } = new();

    public KeyRing Keys { get; } = KeyRing.Random();

    public SealedStories Stories { get; } = new();

    public PutQuestions Questions { get; } = new();

    public SealedFiles Files { get; } = new();

    public KeptNotes Notes { get; } = new();

    public KnownLikeness Likeness { get; } = new();

    public string ConnectionString { get; }

    public string SessionKeys => Path.Combine(folder, "session-keys");

    public IServiceProvider Routing => routing;

    private string File => Path.Combine(folder, "routing.db");

    /// <summary>Hashing is slow on purpose, and nobody attacks a test.</summary>
    public static void HashLightly(PasswordHasherOptions options) => options.IterationCount = 1000;

    /// <summary>Accounts: <c>temirtau</c>, <c>temirtau2</c>, <c>balkhash</c> and <c>semey</c> (officers), <c>karaganda</c> (lead), <c>national</c>.</summary>
    public static async Task<DeskWorld> CreateAsync()
    {
        var world = new DeskWorld();
        await System.IO.File.WriteAllBytesAsync(world.File, await Template.Value);
        return world;
    }

    /// <summary>The database with its accounts is made once and copied for each test.</summary>
    private static async Task<byte[]> MakeTemplateAsync()
    {
        await using var world = new DeskWorld();
        await using (var db = await world.OpenDbAsync())
            await db.Database.EnsureCreatedAsync();
        await world.AddStaffAsync("temirtau", "Айгүл Сейітова", StaffRole.Officer, Units.Temirtau);
        await world.AddStaffAsync("temirtau2", "Марат Ахметов", StaffRole.Officer, Units.Temirtau);
        await world.AddStaffAsync("balkhash", "Дана Омарова", StaffRole.Officer, Units.Balkhash);
        await world.AddStaffAsync("semey", "Ерлан Қасымов", StaffRole.Officer, Units.Semey);
        await world.AddStaffAsync("karaganda", "Ольга Ким", StaffRole.RegionalLead, Units.KaragandaRegion);
        await world.AddStaffAsync("national", "Нұрлан Әбенов", StaffRole.National, OwningUnit.NationalCode);
        await using (var db = await world.OpenDbAsync())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return await System.IO.File.ReadAllBytesAsync(world.File);
    }

    public Task<RoutingDb> OpenDbAsync() =>
        routing.GetRequiredService<IDbContextFactory<RoutingDb>>().CreateDbContextAsync();

    public async Task AddStaffAsync(string name, string displayName, StaffRole role, string unit)
    {
        await using var scope = routing.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<IStaffAccounts>()
            .AddAsync(new NewStaffMember(name, displayName, role, unit, Language.En), Password, CancellationToken.None);
        Assert.IsType<StaffAccountOutcome.Done>(outcome);
    }

    /// <summary>Another desk over the same accounts, queues and session keys, as after a restart or on another node.</summary>
    public async Task<DeskNode> StartDeskAsync(Action<DeskNodeOptions>? configure = null)
    {
        var node = await DeskNode.StartAsync(this, configure);
        nodes.Add(node);
        return node;
    }

    /// <summary>A signal comes in and is routed; returns the id of its queue item.</summary>
    public async Task<QueueLine> SignalAsync(
        string? place = Units.Temirtau,
        Urgency urgency = Urgency.Standard,
        SignalContent? content = null,
        Func<SignalEvent, SignalEvent>? with = null,
        IReadOnlyList<EvidenceItem>? files = null,
        params UnparsedTurn[] unparsed)
    {
        var now = Clock.NowUtc();
        var signal = new SignalEvent
        {
            SignalId = Guid.CreateVersion7(Clock.GetUtcNow()),
            Version = 1,
            Reference = StaffReference.New(),
            Channel = ChannelKind.Telegram,
            Source = SignalSource.Child,
            Language = Language.Kk,
            Urgency = urgency,
            Categories = ["bullying"],
            PlaceCode = place,
            Incomplete = false,
            Unparsed = unparsed.Length > 0,
            HasNewWords = false,
            ReceivedUtc = now,
            ChangedUtc = now,
            Due = routing.GetRequiredService<IPromises>().For(urgency, now, place),
        };
        signal = with?.Invoke(signal) ?? signal;
        Stories[signal.SignalId] = new OpenedSignal(content ?? new SignalContent(), signal.PlaceCode, unparsed) { Evidence = files ?? [] };
        Files.Of(signal.SignalId, files ?? []);
        await RouteAsync(SignalEvent.Received, signal);
        await using var db = await OpenDbAsync();
        var all = await routing.GetRequiredService<IQueueDesk>().ListAsync(
            new StaffScope("nobody", StaffRole.National, OwningUnit.NationalCode), new QueueQuery(PageSize: QueueQuery.MaxPageSize), CancellationToken.None);
        return all.Lines.Single(line => line.Reference == signal.Reference);
    }

    public async Task TakeAsync(string staff, Guid itemId)
    {
        var outcome = await routing.GetRequiredService<IQueueDesk>().AcknowledgeAsync(await ScopeAsync(staff), itemId, CancellationToken.None);
        Assert.IsType<AcknowledgeOutcome.Done>(outcome);
    }

    /// <summary>Somebody takes a step past the pages.</summary>
    public async Task StepAsync(string staff, Guid itemId, StaffStep step) =>
        Assert.IsType<StepOutcome.Done>(await routing.GetRequiredService<ICaseDesk>().TakeAsync(await ScopeAsync(staff), itemId, step, CancellationToken.None));

    public async Task<StaffScope> ScopeAsync(string staff)
    {
        await using var db = await OpenDbAsync();
        return (await db.Users.SingleAsync(user => user.UserName == staff)).ToScope();
    }

    /// <summary>A pattern, a head and an absence in Temirtau, and two drills.</summary>
    public async Task KeepRosterAsync()
    {
        await using var db = await OpenDbAsync();
        var staff = await db.Users.ToDictionaryAsync(user => user.UserName!);
        var (one, other, lead) = (staff["temirtau"].Id, staff["temirtau2"].Id, staff["karaganda"].ToScope());
        var book = routing.GetRequiredService<IDutyBook>();
        DutyChange[] changes =
        [
            new DutyChange.SetHead(other),
            new DutyChange.AddShift(one, DutyDays.Monday | DutyDays.Tuesday | DutyDays.Wednesday | DutyDays.Thursday | DutyDays.Friday, new TimeOnly(9, 0), new TimeOnly(18, 30)),
            new DutyChange.AddShift(other, DutyDays.Saturday | DutyDays.Sunday | DutyDays.Holidays, new TimeOnly(18, 0), new TimeOnly(9, 0)),
            new DutyChange.AddAbsence(one, other, Clock.NowUtc().AddDays(3), Clock.NowUtc().AddDays(9)),
        ];
        foreach (var change in changes)
            Assert.IsType<DutyOutcome.Done>(await book.ChangeAsync(lead, Units.Temirtau, change, CancellationToken.None));
        var begun = Clock.NowUtc().AddDays(-8);
        db.Add(new DrillRow { Id = Guid.NewGuid(), UnitCode = Units.Temirtau, Week = new DateOnly(2026, 11, 16), BegunUtc = begun, People = 1, AnsweredUtc = begun.AddMinutes(4), AnsweredBy = one });
        db.Add(new DrillRow { Id = Guid.NewGuid(), UnitCode = Units.Temirtau, Week = new DateOnly(2026, 11, 23), BegunUtc = begun.AddDays(7), People = 1 });
        await db.SaveChangesAsync();
    }

    public async Task ChangeStaffAsync(string staff, Action<StaffMember> change)
    {
        await using var db = await OpenDbAsync();
        change(await db.Users.SingleAsync(user => user.UserName == staff));
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await routing.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The signal of an item.</summary>
    public async Task<Guid> SignalOfAsync(QueueLine line)
    {
        await using var db = await OpenDbAsync();
        return (await db.Items.SingleAsync(item => item.Id == line.ItemId)).SignalId;
    }

    /// <summary>A step of a question is told of.</summary>
    public async Task StepAsync(Guid signal, QuestionStep step, int version, int unread)
    {
        var told = new QuestionEvent { QuestionId = signal, SignalId = signal, Version = version, Code = QuestionCodes.Where, Step = step, AtUtc = Clock.NowUtc(), Unread = unread };
        var envelope = new EventEnvelope(Guid.NewGuid(), QuestionEvent.Stepped, EventLane.Other, "test", told.AtUtc, JsonSerializer.Serialize(told, IntakeJson.Default.QuestionEvent));
        await routing.GetServices<IEventConsumer>().Single(consumer => consumer.Types.Contains(QuestionEvent.Stepped)).ConsumeAsync([envelope], CancellationToken.None);
    }

    private async Task RouteAsync(string type, SignalEvent signal)
    {
        var json = JsonSerializer.Serialize(signal, IntakeJson.Default.SignalEvent);
        var envelope = new EventEnvelope(Guid.NewGuid(), type, EventLane.Other, "test", signal.ChangedUtc, json);
        await routing.GetServices<IEventConsumer>().Single(consumer => consumer.Types.Contains(type)).ConsumeAsync([envelope], CancellationToken.None);
    }
}
