using Microsoft.EntityFrameworkCore;
using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Intake.Codes;

internal sealed class CaseLookup(IDbContextFactory<IntakeDb> contexts, KeyRing keys, BlindIndex blind) : ICaseLookup
{
    public async Task<CaseProgress?> ProgressAsync(SignalId signal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ProgressAsync(db, signal.Value, cancellationToken);
    }

    public async Task<OpenedCase?> FindByCodeAsync(string digits, CancellationToken cancellationToken)
    {
        var hash = blind.AccessCode(digits);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AccessCodes.AsNoTracking().FirstOrDefaultAsync(row => row.Hash == hash, cancellationToken) is { } known
            ? await OpenAsync(db, known.SignalId, cancellationToken)
            : null;
    }

    public async Task<OpenedCase?> FindBySignalAsync(SignalId signal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await OpenAsync(db, signal.Value, cancellationToken);
    }

    public async Task<EarlierReport?> FindReportAsync(SignalId signal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Signals.AsNoTracking().FirstOrDefaultAsync(row => row.Id == signal.Value, cancellationToken) is { } row
            && await db.OpenDataKeyAsync(row.DataKeyId, keys, cancellationToken) is { } key
            ? new EarlierReport(SignalRows.WithoutContent(row), SignalRows.Open(key, row), key)
            : null;
    }

    private async Task<OpenedCase?> OpenAsync(IntakeDb db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Signals.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } signal
            || await db.DataKeys.AsNoTracking().FirstOrDefaultAsync(row => row.Id == signal.DataKeyId, cancellationToken) is not { } wrapped)
        {
            return null;
        }

        var key = DataKey.Unwrap(keys.Content, signal.DataKeyId, wrapped.Wrapped);
        var open = await db.Questions.AsNoTracking()
            .Where(row => row.SignalId == id && row.State < QuestionState.Skipped && row.DataKeyId == key.Id)
            .OrderBy(row => row.AskedUtc)
            .ToListAsync(cancellationToken);
        return new OpenedCase(
            new SignalId(id),
            ConversationKey.FromBytes(signal.ConversationKey),
            signal.Channel,
            signal.Language,
            await ProgressAsync(db, id, cancellationToken),
            [.. open.Select(row => AskedQuestions.Open(row, key, signal))],
            key);
    }

    private static async Task<CaseProgress?> ProgressAsync(IntakeDb db, Guid signal, CancellationToken cancellationToken) =>
        await db.Progress.AsNoTracking().FirstOrDefaultAsync(row => row.SignalId == signal, cancellationToken) is { } row
            ? new CaseProgress(row.Stage, row.OccurredUtc, row.NextDueUtc)
            : null;
}
