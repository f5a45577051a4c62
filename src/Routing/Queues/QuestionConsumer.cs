using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Routing.Storage;

namespace Senim.Routing.Queues;

/// <summary>Notes the steps of questions in the history of their items, each once.</summary>
internal sealed partial class QuestionConsumer(QueueWrites writes, TimeProvider clock, ILogger<QuestionConsumer> logger) : IEventConsumer
{
    public IReadOnlyCollection<string> Types { get; } = [QuestionEvent.Stepped];

    public async Task ConsumeAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        var told = envelopes.Select(envelope => (envelope.Id, Event: JsonSerializer.Deserialize(envelope.Json, IntakeJson.Default.QuestionEvent)!)).ToList();
        await writes.ChangeManyAsync(
            async db =>
            {
                var ids = told.Select(one => one.Id).ToList();
                var signals = told.Select(one => one.Event.SignalId).Distinct().ToList();
                var known = await db.Inbox.Where(row => ids.Contains(row.EventId)).Select(row => row.EventId).ToHashSetAsync(cancellationToken);
                var items = await db.Items.Where(item => signals.Contains(item.SignalId)).ToDictionaryAsync(item => item.SignalId, cancellationToken);
                var changed = new HashSet<QueueItem>();
                foreach (var (id, step) in told.OrderBy(one => one.Event.Version).ThenBy(one => one.Event.AtUtc))
                {
                    if (!known.Add(id))
                        continue;
                    if (items.GetValueOrDefault(step.SignalId) is not { } item)
                    {
                        // Whoever asked had the item before them: this database was taken back to an older state since.
                        LogUnknown(logger, step.SignalId, step.Step);
                        continue;
                    }

                    db.Add(new InboxRow { EventId = id, ConsumedUtc = clock.NowUtc() });
                    item.HearOfQuestion(step);
                    changed.Add(item);
                }

                return changed;
            },
            cancellationToken);
    }

    [LoggerMessage(2, LogLevel.Warning, "A question's step of signal {SignalId} ({Step}) was told of, but the signal is in no queue.")]
    private static partial void LogUnknown(ILogger logger, Guid signalId, QuestionStep step);
}
