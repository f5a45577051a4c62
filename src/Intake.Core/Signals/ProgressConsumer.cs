using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Senim.Intake.Outbox;
using Senim.Intake.Storage;

namespace Senim.Intake.Signals;

/// <summary>Keeps the newest step that staff told of, one row a signal.</summary>
internal sealed class ProgressConsumer(IDbContextFactory<IntakeDb> contexts) : IEventConsumer
{
    public IReadOnlyCollection<string> Types { get; } = [ProgressEvent.Progressed];

    public async Task ConsumeAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var told = JsonSerializer.Deserialize(envelope.Json, IntakeJson.Default.ProgressEvent)!;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Progress.FirstOrDefaultAsync(progress => progress.SignalId == told.SignalId, cancellationToken);
        if (row is not null && row.Version >= told.Version)
            return;
        if (row is null)
            db.Add(row = new SignalProgressRow { SignalId = told.SignalId });
        row.Version = told.Version;
        row.Stage = told.Stage;
        row.OccurredUtc = told.OccurredUtc;
        row.NextDueUtc = told.NextDueUtc;

        // Two nodes at once: the row's version or key refuses the second, which is delivered again and then finds the first.
        await db.SaveChangesAsync(cancellationToken);
    }
}
