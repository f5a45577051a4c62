using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Triage;
using Senim.Routing.Alerts;
using Senim.Routing.Alerts.Sending;
using Senim.Routing.Departments;
using Senim.Routing.Queues;

namespace Senim.Routing.Tests.Alerts;

/// <summary>Routing with an officer of Taraz, a case, and a way of the test's own beside those of the installation.</summary>
internal sealed class AlertBench : IAsyncDisposable
{
    private AlertBench(RoutingBench routing, string officer, QueueItem item, FakeCarrier carrier) =>
        (Routing, Officer, Item, Carrier) = (routing, officer, item, carrier);

    public RoutingBench Routing { get; }

    /// <summary>Id of the account, whose language is Russian.</summary>
    public string Officer { get; }

    /// <summary>An Emergency that nobody has.</summary>
    public QueueItem Item { get; private set; }

    public FakeCarrier Carrier { get; }

    public HandClock Clock => Routing.Clock;

    /// <param name="settings">Of the installation, such as <c>Senim:Alerts:Webhook:Urls</c>.</param>
    public static async Task<AlertBench> StartAsync(FakeCarrier? carrier = null, params (string Name, string Value)[] settings)
    {
        carrier ??= new FakeCarrier();
        var routing = await RoutingBench.StartAsync(settings, services => services.AddSingleton<IAlertCarrier>(carrier));
        string officer;
        await using (var scope = routing.Scope())
        {
            var outcome = await scope.ServiceProvider.GetRequiredService<IStaffAccounts>().AddAsync(
                new NewStaffMember("aigul", "Айгүл Сейітова", StaffRole.Officer, RoutingBench.Taraz, Language.Ru), "correct horse battery", CancellationToken.None);
            officer = Assert.IsType<StaffAccountOutcome.Done>(outcome).StaffId;
        }

        return new AlertBench(routing, officer, await routing.HearAsync(routing.Signal(Urgency.Emergency)), carrier);
    }

    public StaffScope Scope => new(Officer, StaffRole.Officer, RoutingBench.Taraz);

    public async Task ConfirmAsync(AlertWay way, string address = "aigul@example.kz", bool confirmed = true)
    {
        await using var db = await Routing.OpenDbAsync();
        db.Add(new AlertAddressRow { StaffId = Officer, Way = way, Address = address, ConfirmedUtc = confirmed ? Clock.NowUtc() : null });
        await db.SaveChangesAsync();
    }

    public async Task<string> AlertAsync(AlertKind kind = AlertKind.Emergency, bool withItem = true, bool toOperator = false, AlertWay? only = null)
    {
        await using var db = await Routing.OpenDbAsync();
        var id = await Routing.Get<IAlertBook>().AddAsync(
            db, new NewAlert(kind, [Officer], withItem ? Item : null) { ToOperator = toOperator, OnlyBy = only }, CancellationToken.None);
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>The sender of one way, as a node that has just started has it.</summary>
    public AlertLane Lane(IAlertCarrier? carrier = null, TimeSpan? limit = null, ICheckpoints? checkpoints = null) => new(
        carrier ?? Carrier,
        Routing.Get<AlertStore>(),
        Routing.Get<AlertReading>(),
        Clock,
        checkpoints ?? new OpenCheckpoints(),
        NullLogger<AlertLane>.Instance)
    {
        Limit = limit ?? AlertLane.Longest,
    };

    public async Task<IReadOnlyList<AlertRow>> RowsAsync(AlertWay? way = null)
    {
        await using var db = await Routing.OpenDbAsync();
        return await db.Alerts.AsNoTracking().Where(row => way == null || row.Way == way).OrderBy(row => row.Id).ToListAsync();
    }

    public async Task<AlertRow> RowAsync(AlertWay way = AlertWay.Email) => Assert.Single(await RowsAsync(way));

    public ValueTask DisposeAsync() => Routing.DisposeAsync();
}
