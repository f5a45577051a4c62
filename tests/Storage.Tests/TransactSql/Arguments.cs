using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Intake;
using Senim.Intake.Codes;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence.Fetching;
using Senim.Intake.Notes;
using Senim.Intake.Outbox;
using Senim.Intake.Promises;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;
using Senim.Routing.Alerts;
using Senim.Routing.Alerts.Sending;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Queues;
using Senim.Routing.Storage;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.TransactSql;

/// <summary>Values to call a method with, by their types: for each type those that are treated differently.</summary>
internal static class Arguments
{
    public const string Taraz = "311000000";

    private const string Password = "кең дала, биік тау";

    public static SignalEvent Told { get; } = new()
    {
        SignalId = Guid.CreateVersion7(),
        Version = 1,
        Reference = "ABCD-1234",
        Channel = ChannelKind.Sms,
        Source = SignalSource.Child,
        Language = Language.Kk,
        Urgency = Urgency.Emergency,
        Categories = ["bullying"],
        PlaceCode = Taraz,
        Incomplete = false,
        Unparsed = false,
        HasNewWords = true,
        ReceivedUtc = Rows.Morning,
        ChangedUtc = Rows.Morning,
        Due = new DueTimes(Rows.Morning, Rows.Morning, Rows.Morning, Rows.Morning),
    };

    public static string Body(string type) => type == ProgressEvent.Progressed
        ? JsonSerializer.Serialize(
            new ProgressEvent { SignalId = Told.SignalId, Version = 2, Stage = SignalStage.Closed, OccurredUtc = Rows.Morning, NextDueUtc = null },
            IntakeJson.Default.ProgressEvent)
        : type == QuestionEvent.Stepped ? JsonSerializer.Serialize(
            new QuestionEvent { QuestionId = Told.SignalId, SignalId = Told.SignalId, Version = 2, Code = QuestionCodes.Where, Step = QuestionStep.Read, AtUtc = Rows.Morning },
            IntakeJson.Default.QuestionEvent)
        : JsonSerializer.Serialize(Told, IntakeJson.Default.SignalEvent);

    /// <returns>Sets of arguments in which each value of each parameter comes at least once.</returns>
    public static IEnumerable<object?[]> For(StoreMethod method, object store, IServiceProvider services)
    {
        var values = method.Method.GetParameters().Select(parameter => Values(parameter.ParameterType, store, services)).ToList();
        return Enumerable.Range(0, values.Max(of => of.Length)).Select(turn => values.Select(of => of[turn % of.Length]).ToArray());
    }

    private static object?[] Values(Type type, object store, IServiceProvider services) => type switch
    {
        _ when type == typeof(CancellationToken) => [CancellationToken.None],
        _ when type == typeof(bool) => [true, false],
        _ when type == typeof(int) => [1],
        _ when type == typeof(DateTime) => [Rows.Morning],
        // The unit meets each of the three scopes once.
        _ when type == typeof(string) => [Taraz, Password, "aigul@example.kz", Taraz],
        _ when type == typeof(long) => [1L],
        _ when type == typeof(Guid) => [Guid.Empty],
        _ when type == typeof(OutboxKind) => [OutboxKind.Event],
        _ when type.IsEnum => [.. Enum.GetValues(type).Cast<object>()],
        _ when type == typeof(SignalId) => [new SignalId(Guid.Empty)],
        _ when type == typeof(DeliveryKey) => [Rows.Delivery(Rows.Key(1), 1)],
        _ when type == typeof(ConversationKey) => [Rows.Key(1)],
        _ when type == typeof(IReadOnlyList<TurnWrite>) => [.. Batches()],
        _ when type == typeof(IReadOnlyList<MemoWrite>) => [new[] { new MemoWrite(Rows.Key(1), Guid.Empty, Rows.Sealed()) }],
        _ when type == typeof(OutboxRow) => [Event(SignalEvent.Received), Event(ProgressEvent.Progressed)],
        _ when type == typeof(IReadOnlyList<OutboxRow>) && store is FetchOutboxHandler => [new[] { Fetch() }],
        _ when type == typeof(IReadOnlyList<OutboxRow>) => [new[] { Event(SignalEvent.Received), Event(ProgressEvent.Progressed) }],
        _ when type == typeof(IReadOnlyList<EventEnvelope>) => [TypesOf(store).Select(type => Envelope(Event(type))).ToArray()],
        _ when type == typeof(StaffScope) =>
        [
            new StaffScope("0", StaffRole.Officer, Taraz),
            new StaffScope("1", StaffRole.RegionalLead, "310000000"),
            new StaffScope("2", StaffRole.National, OwningUnit.NationalCode),
        ],
        _ when type == typeof(IReadOnlyList<SignalId>) => [(SignalId[])[new(Guid.Empty), new(Told.SignalId)]],
        _ when type == typeof(IReadOnlyList<Guid>) => [(Guid[])[Guid.Empty]],
        _ when type == typeof(CaseNote) => [new CaseNote(Rows.Words)],
        _ when type == typeof(StaffStep) => [.. Steps()],
        _ when type == typeof(QueueQuery) => [new QueueQuery(), new QueueQuery(IncludeClosed: true)],
        _ when type == typeof(NewStaffMember) => [new NewStaffMember("aigul", "Айгүл", StaffRole.Officer, Taraz)],
        _ when type == typeof(NewQuestion) => [new NewQuestion(Guid.Empty, QuestionCodes.Own, Language.Kk, Rows.Words)],
        _ when type == typeof(IReadOnlyList<StaffQuestion>) => [(StaffQuestion[])[new(Guid.Empty, QuestionCodes.Where, Language.Kk, "", "0", Rows.Morning, QuestionState.Read, null, null, null, null, null, null)]],
        _ when type == typeof(TimeSpan) => [TimeSpan.FromMinutes(1)],
        _ when type == typeof(IReadOnlyCollection<string>) => [new[] { "0", "1" }],
        _ when type == typeof(NewAlert) => [new NewAlert(AlertKind.Drill, ["0", "1"]), new NewAlert(AlertKind.Test, ["0"]) { OnlyBy = AlertWay.Email }],
        _ when type == typeof(AlertRow) => [new AlertRow()],
        _ when type == typeof(IReadOnlyList<AlertRow>) => [new[] { new AlertRow { Recipient = "0", ItemId = Guid.Empty } }],
        _ when type == typeof(IAlertCarrier) => [services.GetServices<IAlertCarrier>().First()],
        _ when type == typeof(RoutingDb) => [services.GetService(typeof(RoutingDb))],
        _ when type == typeof(IReadOnlyCollection<string>) => [(string[])[Taraz], Enumerable.Range(0, 60).Select(i => $"{i}").ToArray()],
        _ when type == typeof(DutyChange) =>
        [
            new DutyChange.SetLive(true),
            new DutyChange.SetHead(null),
            new DutyChange.AddShift("0", DutyDays.Monday, new TimeOnly(9, 0), new TimeOnly(18, 0)),
            new DutyChange.RemoveShift(Guid.Empty),
            new DutyChange.AddAbsence("0", "1", Rows.Morning, DateTime.UtcNow.AddYears(1)),
            new DutyChange.RemoveAbsence(Guid.Empty),
        ],
        _ when type == typeof(Func<RoutingDb, Task<QueueItem?>>) => [.. new Func<RoutingDb, Task<QueueItem?>>[] { AddItemAsync, FindItemAsync }],
        _ when type == typeof(Func<RoutingDb, Task<IReadOnlyCollection<QueueItem>>>) => [(Func<RoutingDb, Task<IReadOnlyCollection<QueueItem>>>)AddBothAsync],
        _ => throw new NotSupportedException($"No argument of type {type.Name} is known here."),
    };

    private static IEnumerable<StaffStep> Steps()
    {
        var note = new CaseNote(Rows.Words);
        yield return new StaffStep.Name("0") { Id = Guid.NewGuid(), Note = note };
        yield return new StaffStep.Name("1") { Id = Guid.NewGuid() };
        yield return new StaffStep.Transfer(Taraz) { Id = Guid.NewGuid(), Note = note };
        yield return new StaffStep.Write { Id = Guid.NewGuid(), Note = note };
        yield return new StaffStep.Write { Id = Guid.NewGuid() };
        yield return new StaffStep.Accept { Id = Guid.NewGuid() };
    }

    private static IEnumerable<TurnWrite[]> Batches()
    {
        var first = Rows.First(Rows.Key(1));
        var signal = Rows.Signal(first);
        var everything = first with
        {
            Signal = signal,
            Unparsed = new UnparsedRow { Id = Guid.Empty, SignalId = signal.Id, DataKeyId = signal.DataKeyId, ReceivedUtc = Rows.Morning, Content = Rows.Sealed() },
            Evidence = [Rows.File(first, 0)],
            Outbox = [Rows.Owed()],
            Activities = [Rows.Line(first, 1)],
            Questions = [Rows.Question(Guid.Empty)],
            NewCode = new AccessCodeRow { Hash = [1, 2, 3], SignalId = signal.Id, CreatedUtc = Rows.Morning },
        };
        yield return [everything];
        yield return [Rows.Next(first, 2) with { DropsCodesOf = signal.Id, Signal = Rows.Signal(first, version: 2, signal.Id), DestroyedDataKey = signal.DataKeyId }];
    }

    private static OutboxRow Event(string type)
    {
        var row = Rows.Owed();
        row.Type = type;
        row.Body = Body(type);
        return row;
    }

    private static OutboxRow Fetch()
    {
        var row = Rows.Owed();
        row.Kind = OutboxKind.Fetch;
        row.Body = Guid.Empty.ToString("N");
        return row;
    }

    private static EventEnvelope Envelope(OutboxRow row) => new(row.MessageId, row.Type, row.Lane, row.RoutingKey, row.CreatedUtc, row.Body);

    private static IEnumerable<string> TypesOf(object store) =>
        store is IEventConsumer consumer ? consumer.Types : [SignalEvent.Received, SignalEvent.Changed, ProgressEvent.Progressed];

    private static Task<QueueItem?> AddItemAsync(RoutingDb db)
    {
        var item = QueueItem.FirstHeardOf(Told, new OwningUnit(Taraz, "310000000"), null, Guid.CreateVersion7(), Rows.Morning);
        db.Add(item);
        return Task.FromResult<QueueItem?>(item);
    }

    private static async Task<IReadOnlyCollection<QueueItem>> AddBothAsync(RoutingDb db) =>
        [.. new[] { await AddItemAsync(db), await FindItemAsync(db) }.OfType<QueueItem>()];

    private static Task<QueueItem?> FindItemAsync(RoutingDb db) => db.Items.FirstOrDefaultAsync();
}
