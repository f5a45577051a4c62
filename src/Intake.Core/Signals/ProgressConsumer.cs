using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Senim.Intake.Outbox;
using Senim.Intake.Questions;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Intake.Signals;

/// <summary>Keeps the newest step that staff told of, one row a signal.</summary>
internal sealed class ProgressConsumer(IDbContextFactory<IntakeDb> contexts, WriteGate<IntakeDb> gate) : IEventConsumer
{
    public IReadOnlyCollection<string> Types { get; } = [ProgressEvent.Progressed];

    public async Task ConsumeAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken)
    {
        var newest = envelopes
            .Select(envelope => JsonSerializer.Deserialize(envelope.Json, IntakeJson.Default.ProgressEvent)!)
            .GroupBy(told => told.SignalId)
            .ToDictionary(steps => steps.Key, steps => steps.MaxBy(told => told.Version)!);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        List<Guid> ids = [.. newest.Keys];
        var rows = await db.Progress.Where(progress => ids.Contains(progress.SignalId)).ToDictionaryAsync(progress => progress.SignalId, cancellationToken);
        var news = newest.Values.Where(told => told.Stage == SignalStage.Closed || told.IsRaised).Select(told => told.SignalId).ToList();
        var signals = news.Count == 0
            ? []
            : await db.Signals.AsNoTracking().Where(signal => news.Contains(signal.Id)).ToDictionaryAsync(signal => signal.Id, cancellationToken);
        var unread = signals.Count == 0
            ? []
            : await db.Questions
                .Where(question => news.Contains(question.SignalId) && question.Code == QuestionCodes.Raised && question.State < QuestionState.Read)
                .Select(question => question.SignalId)
                .ToHashSetAsync(cancellationToken);
        foreach (var (id, told) in newest)
        {
            var row = rows.GetValueOrDefault(id);
            if (row is not null && row.Version >= told.Version)
                continue;
            if (signals.GetValueOrDefault(id) is { } signal && signal.Categories != CategoryCodes.Code(Category.Test))
                Tell(db, signal, told, hasUnread: unread.Contains(id));
            if (row is null)
                db.Add(row = new SignalProgressRow { SignalId = id });
            row.Version = told.Version;
            row.Stage = told.Stage;
            row.OccurredUtc = told.OccurredUtc;
            row.NextDueUtc = told.NextDueUtc;
        }

        // Two nodes at once: the row's version or key refuses the second, which is delivered again and then finds the first.
        using (await gate.EnterAsync(cancellationToken))
            await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Whoever reported something is asked once it is closed whether it is better now, and hears that it was raised when a promised step was
    /// missed: not again before they have read that, and not when staff have acted since.
    /// </summary>
    private static void Tell(IntakeDb db, SignalRow signal, ProgressEvent told, bool hasUnread)
    {
        if (told.Stage != SignalStage.Closed && hasUnread)
            return;
        var code = told.Stage == SignalStage.Closed ? QuestionCodes.Closing : QuestionCodes.Raised;
        var id = QuestionRows.IdOf(signal.Id, code, told.Version);
        db.Add(new QuestionRow
        {
            Id = id,
            SignalId = signal.Id,
            DataKeyId = signal.DataKeyId,
            Code = code,
            Language = signal.Language,
            AskedUtc = told.OccurredUtc,
        });
        db.Add(QuestionRows.Asking(id, signal.Urgency, told.OccurredUtc));
    }
}
