using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Outbox;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Storage;

namespace Senim.Routing.Queues;

/// <summary>
/// Puts signals into queues. Events may come twice, late and out of order; each has its effect once, in one transaction with the mark
/// that it had it. Which of the two types an event is says nothing that its version does not.
/// </summary>
internal sealed partial class SignalConsumer(
    QueueWrites writes,
    DepartmentTree tree,
    IPromises promises,
    TimeProvider clock,
    ICheckpoints checkpoints,
    ILogger<SignalConsumer> logger) : IEventConsumer
{
    public IReadOnlyCollection<string> Types { get; } = [SignalEvent.Received, SignalEvent.Changed];

    public async Task ConsumeAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        checkpoints.Reached(Checkpoint.Consumed);
        var arrived = envelopes.Select(envelope => new Arrived(envelope.Id, Read(envelope))).ToList();
        List<Routed> routed = [];
        await writes.ChangeManyAsync(
            async db =>
            {
                routed = await RouteAsync(db, arrived, cancellationToken);
                return [.. routed.Select(one => one.Item).Distinct()];
            },
            cancellationToken);
        foreach (var (signal, item) in routed)
            LogRouted(logger, signal.SignalId, signal.Version, item.UnitCode, item.Urgency, item.State);
    }

    private static SignalEvent Read(EventEnvelope envelope) =>
        JsonSerializer.Deserialize(envelope.Json, IntakeJson.Default.SignalEvent) ?? throw new JsonException("A signal's event has no body.");

    /// <returns>Without those that had their effect before.</returns>
    private async Task<List<Routed>> RouteAsync(RoutingDb db, List<Arrived> arrived, CancellationToken cancellationToken)
    {
        var eventIds = arrived.Select(one => one.EventId).ToList();
        var signalIds = arrived.Select(one => one.Signal.SignalId).Distinct().ToList();
        var known = await db.Inbox.Where(row => eventIds.Contains(row.EventId)).Select(row => row.EventId).ToHashSetAsync(cancellationToken);
        var items = await db.Items.Where(item => signalIds.Contains(item.SignalId)).ToDictionaryAsync(item => item.SignalId, cancellationToken);
        var dead = await LiveDepartments.ListDeadAsync(db, cancellationToken);
        var now = clock.NowUtc();
        var routed = new List<Routed>(arrived.Count);
        foreach (var (eventId, signal) in arrived)
        {
            if (!known.Add(eventId))
                continue;
            db.Add(new InboxRow { EventId = eventId, ConsumedUtc = now });
            var item = items.GetValueOrDefault(signal.SignalId);
            var place = item is null ? signal.PlaceCode : item.PlaceAfter(signal);
            var recused = (item?.RecusesDepartmentAfter(signal) ?? signal.Recused.Contains(Recusals.Department)) ? tree.DepartmentOf(place) : null;
            var owner = tree.OwnerOf(place, dead, recused);
            if (item is null)
                db.Add(items[signal.SignalId] = item = QueueItem.FirstHeardOf(signal, owner, recused, Guid.CreateVersion7(clock.GetUtcNow()), now));
            else
                item.Hear(signal, owner, recused, promises, now);
            routed.Add(new Routed(signal, item));
        }

        return routed;
    }

    private sealed record Arrived(Guid EventId, SignalEvent Signal);

    private sealed record Routed(SignalEvent Signal, QueueItem Item);

    [LoggerMessage(1, LogLevel.Information, "Signal {SignalId} version {Version} is in the queue of {UnitCode}: {Urgency}, {State}.")]
    private static partial void LogRouted(ILogger logger, Guid signalId, int version, string unitCode, Urgency urgency, QueueState state);
}
