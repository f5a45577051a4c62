using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Storage;
using Senim.Routing;
using Senim.Routing.Storage;

namespace Senim.Storage.Tests.World;

/// <summary>Both contexts as the host wires them, over a database of the test's own.</summary>
internal sealed class StorageWorld : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly bool isFirst;

    private StorageWorld(TestDatabase database, bool isFirst, Action<IServiceCollection>? more = null)
    {
        this.isFirst = isFirst;
        Database = database;
        services = Wire(database.Provider, database.Intake, database.Routing, Published, more);
    }

    public TestDatabase Database { get; }

    public Published Published { get; } = new();

    public ITurnStore Turns => Get<ITurnStore>();

    public ILineReader Lines => Get<ILineReader>();

    public static async Task<StorageWorld> StartAsync(DatabaseProvider provider)
    {
        var world = new StorageWorld(await TestDatabase.MakeAsync(provider), isFirst: true);
        await using var intake = world.OpenIntake();
        await using var routing = world.OpenRouting();
        await intake.Database.MigrateAsync();
        await routing.Database.MigrateAsync();
        return world;
    }

    /// <summary>A second node on the same database.</summary>
    public StorageWorld Another(Action<IServiceCollection>? more = null) => new(Database, isFirst: false, more);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public OutboxSweep<TDb> Sweep<TDb>()
        where TDb : DbContext => services.GetServices<IHostedService>().OfType<OutboxSweep<TDb>>().Single();

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    public IntakeDb OpenIntake() => Get<IDbContextFactory<IntakeDb>>().CreateDbContext();

    public RoutingDb OpenRouting() => Get<IDbContextFactory<RoutingDb>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (isFirst)
            await Database.DisposeAsync();
    }

    internal static ServiceProvider Wire(DatabaseProvider provider, string intake, string routing, IEventTransport transport, Action<IServiceCollection>? more = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton(transport);
        collection.AddIntake(new IntakeSettings(intake, KeyRing.Random(), provider)).AddIntakeWriting();
        collection.AddRouting(routing, provider).AddLadder().AddOutbox<RoutingDb>();
        collection.AddStaffAccounts(routing, provider);
        more?.Invoke(collection);
        return collection.BuildServiceProvider();
    }
}

/// <summary>Where events go.</summary>
internal sealed class Published : IEventTransport
{
    public List<EventEnvelope> Events { get; } = [];

    public Task PublishAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken)
    {
        lock (Events)
            Events.AddRange(envelopes);
        return Task.CompletedTask;
    }
}
