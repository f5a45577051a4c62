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
    LiveDepartments departments,
    IPromises promises,
    TimeProvider clock,
    ICheckpoints checkpoints,
    ILogger<SignalConsumer> logger) : IEventConsumer
{
    public IReadOnlyCollection<string> Types { get; } = [SignalEvent.Received, SignalEvent.Changed];

    public async Task ConsumeAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        checkpoints.Reached(Checkpoint.Consumed);
        var signal = JsonSerializer.Deserialize(envelope.Json, IntakeJson.Default.SignalEvent)
            ?? throw new JsonException("A signal's event has no body.");
        QueueItem? routed = null;
        await writes.ChangeAsync(async db => routed = await RouteAsync(db, envelope.Id, signal, cancellationToken), cancellationToken);
        if (routed is not null)
            LogRouted(logger, signal.SignalId, signal.Version, routed.UnitCode, routed.Urgency, routed.State);
    }

    /// <returns>Null when the event had its effect before.</returns>
    private async Task<QueueItem?> RouteAsync(RoutingDb db, Guid eventId, SignalEvent signal, CancellationToken cancellationToken)
    {
        if (await db.Inbox.AnyAsync(row => row.EventId == eventId, cancellationToken))
            return null;
        var now = clock.NowUtc();
        db.Add(new InboxRow { EventId = eventId, ConsumedUtc = now });
        var item = await db.Items.FirstOrDefaultAsync(known => known.SignalId == signal.SignalId, cancellationToken);
        var owner = await departments.OwnerOfAsync(db, item is null ? signal.PlaceCode : item.PlaceAfter(signal), cancellationToken);
        if (item is null)
            db.Add(item = QueueItem.FirstHeardOf(signal, owner, Guid.CreateVersion7(clock.GetUtcNow()), now));
        else
            item.Hear(signal, owner, promises, now);
        return item;
    }

    [LoggerMessage(1, LogLevel.Information, "Signal {SignalId} version {Version} is in the queue of {UnitCode}: {Urgency}, {State}.")]
    private static partial void LogRouted(ILogger logger, Guid signalId, int version, string unitCode, Urgency urgency, QueueState state);
}
