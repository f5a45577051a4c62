using Microsoft.EntityFrameworkCore;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Intake.Questions;

/// <summary>Questions in the sealed store, on a node that holds the content key.</summary>
internal sealed class QuestionStore(IDbContextFactory<IntakeDb> contexts, KeyRing keys, WriteGate<IntakeDb> gate, TimeProvider clock) : IStaffQuestions, IAskedQuestions
{
    /// <summary>More than these at once are an interrogation.</summary>
    public const int MostOpen = 5;

    /// <summary>Nobody reads more on one page.</summary>
    private const int MostListed = 200;

    public async Task<IReadOnlyList<StaffQuestion>> ListAsync(SignalId signal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Questions.AsNoTracking()
            .Where(row => row.SignalId == signal.Value)
            .OrderByDescending(row => row.AskedUtc)
            .Take(MostListed)
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return [];
        var channel = await db.Signals.Where(row => row.Id == signal.Value).Select(row => row.Channel).FirstOrDefaultAsync(cancellationToken);
        var opened = new List<StaffQuestion>(rows.Count);
        foreach (var ofKey in rows.GroupBy(row => row.DataKeyId))
        {
            if (await OpenKeyAsync(db, ofKey.Key, cancellationToken) is { } key)
                opened.AddRange(ofKey.Select(row => Open(row, key, channel)));
        }

        return [.. opened.OrderBy(question => question.AskedUtc)];
    }

    public async Task<AskOutcome> AskAsync(SignalId signal, NewQuestion question, string staffId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Signals.AsNoTracking().FirstOrDefaultAsync(known => known.Id == signal.Value, cancellationToken);
        if (row is null || await OpenKeyAsync(db, row.DataKeyId, cancellationToken) is not { } key)
            return AskOutcome.Absent;
        if (await db.Questions.AnyAsync(known => known.Id == question.Id, cancellationToken))
            return AskOutcome.Asked;
        if (await db.Questions.CountAsync(known => known.SignalId == signal.Value && known.State < QuestionState.Skipped && known.Code != QuestionCodes.Closing && known.Code != QuestionCodes.Raised, cancellationToken) >= MostOpen)
            return AskOutcome.TooMany;
        var now = clock.NowUtc();
        db.Add(new QuestionRow
        {
            Id = question.Id,
            SignalId = row.Id,
            DataKeyId = key.Id,
            Code = question.Code,
            Language = question.Language,
            AskedBy = staffId,
            AskedUtc = now,
            Content = question.Text is null ? null : QuestionRows.Seal(key, question.Id, question.Text),
        });
        db.Add(QuestionRows.Asking(question.Id, row.Urgency, now));
        db.Add(QuestionRows.Event(
            new QuestionEvent
            {
                QuestionId = question.Id,
                SignalId = row.Id,
                Version = 0,
                Code = question.Code,
                Step = QuestionStep.Asked,
                By = staffId,
                AtUtc = now,
            },
            row.Urgency));
        try
        {
            using (await gate.EnterAsync(CancellationToken.None))
                await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            // The second of two presses at once finds what the first one wrote.
            await using var fresh = await contexts.CreateDbContextAsync(CancellationToken.None);
            if (!await fresh.Questions.AnyAsync(known => known.Id == question.Id, CancellationToken.None))
                throw;
        }

        return AskOutcome.Asked;
    }

    public async Task<AskedQuestion?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Questions.AsNoTracking().FirstOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } row
            || await db.Signals.AsNoTracking().FirstOrDefaultAsync(known => known.Id == row.SignalId, cancellationToken) is not { } signal
            || await OpenKeyAsync(db, row.DataKeyId, cancellationToken) is not { } key)
        {
            return null;
        }

        return AskedQuestions.Open(row, key, signal);
    }

    public async Task<DataKey?> FindKeyAsync(SignalId signal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Signals.AsNoTracking().FirstOrDefaultAsync(row => row.Id == signal.Value, cancellationToken) is { } known
            ? await OpenKeyAsync(db, known.DataKeyId, cancellationToken)
            : null;
    }

    private static StaffQuestion Open(QuestionRow row, DataKey key, ChannelKind channel) => new(
        row.Id,
        row.Code,
        row.Language,
        QuestionWording.Bubble(row.Language, row.Code, QuestionRows.Open(key, row), channel),
        row.AskedBy,
        row.AskedUtc,
        row.State,
        row.PushedUtc,
        row.ReadUtc,
        row.AnsweredUtc,
        row.ReturnedUtc,
        row.Bar,
        QuestionRows.OpenAnswer(key, row));

    private async Task<DataKey?> OpenKeyAsync(IntakeDb db, Guid id, CancellationToken cancellationToken) =>
        await db.DataKeys.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row
            ? DataKey.Unwrap(keys.Content, id, row.Wrapped)
            : null;
}

internal static class AskedQuestions
{
    public static AskedQuestion Open(QuestionRow row, DataKey key, SignalRow signal) =>
        new(row.Id, new SignalId(row.SignalId), row.Code, row.Language, QuestionRows.Open(key, row), row.AskedUtc)
        {
            Conversation = Conversations.ConversationKey.FromBytes(signal.ConversationKey),
            Channel = signal.Channel,
            State = row.State,
        };
}
