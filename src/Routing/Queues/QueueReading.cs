using Microsoft.EntityFrameworkCore;
using Senim.Intake;
using Senim.Intake.Questions;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Storage;

namespace Senim.Routing.Queues;

/// <summary>Reads the queue as far as a scope reaches.</summary>
internal sealed class QueueReading(IDbContextFactory<RoutingDb> contexts, TimeProvider clock)
{
    /// <summary>Someone who writes without end makes a line of history with each message; the page has to open all the same.</summary>
    private const int MostHistory = 500;

    public async Task<QueuePage> ListAsync(StaffScope scope, QueueQuery query, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(query.PageSize, 1, QueueQuery.MaxPageSize);
        var skipped = (long)(Math.Max(query.Page, 1) - 1) * size;
        var now = clock.NowUtc();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = db.Items.AsNoTracking().Within(scope);
        var open = own.Where(item => item.State < QueueState.Closed);
        var asked = query.IncludeClosed
            ? own.OrderBy(item => item.State == QueueState.Closed).ThenByDescending(item => item.Urgency)
            : open.OrderByDescending(item => item.Urgency);

        var counts = await CountAsync(open, now, cancellationToken);
        var total = query.IncludeClosed ? await own.CountAsync(cancellationToken) : counts.Open;
        var items = skipped >= total
            ? []
            : await asked
                .ThenBy(item => item.NextDueUtc)
                .ThenBy(item => item.ReceivedUtc)
                .ThenBy(item => item.Reference)
                .Skip((int)skipped)
                .Take(size)
                .ToListAsync(cancellationToken);
        // The national desk has these in its queue, as everything.
        var passedOn = scope.Role == StaffRole.National
            ? []
            : await db.Items.AsNoTracking().PassedOnBy(scope).OrderByDescending(item => item.Urgency).ThenBy(item => item.NextDueUtc).Take(QueueQuery.MaxPageSize).ToListAsync(cancellationToken);
        var names = await StaffNames.OfAsync(db, items.Select(item => item.AcknowledgedBy), cancellationToken);
        return new QueuePage([.. items.Select(item => Line(item, names, now))], total, counts)
        {
            PassedOn = [.. passedOn.Select(item => Line(item, names, now))],
        };
    }

    /// <summary>An item in the queue of the scope.</summary>
    public async Task<QueueItem?> FindAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Items.AsNoTracking().Within(scope).FirstOrDefaultAsync(known => known.Id == itemId, cancellationToken);
    }

    /// <summary>Those of some items that stand in the queue of the scope, by their ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, QueueLine>> LinesAsync(StaffScope scope, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, QueueLine>();
        var now = clock.NowUtc();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var items = await db.Items.AsNoTracking().Within(scope).Where(item => ids.Contains(item.Id)).ToListAsync(cancellationToken);
        var names = await StaffNames.OfAsync(db, items.Select(item => item.AcknowledgedBy), cancellationToken);
        return items.ToDictionary(item => item.Id, item => Line(item, names, now));
    }

    /// <summary>An item in the queue of the scope, or passed on by it.</summary>
    public async Task<ReadItem?> ReadAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await db.Items.AsNoTracking().Within(scope).FirstOrDefaultAsync(known => known.Id == itemId, cancellationToken);
        var item = own ?? await db.Items.AsNoTracking().PassedOnBy(scope).FirstOrDefaultAsync(known => known.Id == itemId, cancellationToken);
        if (item is null)
            return null;
        var rows = await db.History.AsNoTracking()
            .Where(row => row.ItemId == itemId)
            .OrderByDescending(row => row.Id)
            .Take(MostHistory)
            .ToListAsync(cancellationToken);
        rows.Reverse();
        var named = rows.Where(row => row.Action == QueueAction.Named).Select(row => row.To);
        var names = await StaffNames.OfAsync(db, rows.Select(row => row.By).Concat(named).Append(item.AcknowledgedBy).Append(item.ClosingAskedBy), cancellationToken);
        return new ReadItem(item, own is not null, Line(item, names, clock.NowUtc()), [.. rows.Select(row => Line(row, names))], Name(item.ClosingAskedBy, names));
    }

    /// <summary>The same questions, by the names of those who asked.</summary>
    public async Task<IReadOnlyList<StaffQuestion>> NameAsync(IReadOnlyList<StaffQuestion> questions, CancellationToken cancellationToken)
    {
        if (questions.Count == 0)
            return questions;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await StaffNames.OfAsync(db, questions.Select(question => question.AskedBy), cancellationToken);
        return [.. questions.Select(question => question with { AskedBy = Name(question.AskedBy, names) })];
    }

    private static async Task<QueueCounts> CountAsync(IQueryable<QueueItem> open, DateTime now, CancellationToken cancellationToken) =>
        await open
            .GroupBy(_ => 1)
            .Select(items => new QueueCounts(
                items.Count(),
                items.Count(item => item.State < QueueState.Acknowledged),
                items.Count(item => item.NextDueUtc < now),
                items.Count(item => item.Urgency == Urgency.Emergency)))
            .FirstOrDefaultAsync(cancellationToken) ?? new QueueCounts(0, 0, 0, 0);

    private static QueueLine Line(QueueItem item, IReadOnlyDictionary<string, string> names, DateTime now) => new(
        item.Id,
        item.Reference,
        item.Urgency,
        item.State,
        item.Categories.Split(',', StringSplitOptions.RemoveEmptyEntries),
        item.UnitCode,
        item.ReceivedUtc,
        item.NextDueUtc,
        item.State != QueueState.Closed && item.NextDueUtc < now,
        item.IsIncomplete,
        item.IsUnparsed,
        item.Language,
        item.Channel,
        Name(item.AcknowledgedBy, names))
    {
        UnreadQuestions = item.UnreadQuestions,
        NextStep = item.NextStep,
        FromUnitCode = item.FromUnitCode,
        IsCallOwed = item.IsCallOwed,
    };

    private static HistoryLine Line(QueueHistoryRow row, IReadOnlyDictionary<string, string> names) =>
        new(row.AtUtc, row.Action, Name(row.By, names), row.From, row.Action == QueueAction.Named ? Name(row.To, names) : row.To) { StepId = row.StepId };

    private static string? Name(string? staffId, IReadOnlyDictionary<string, string> names) =>
        staffId is null ? null : names.GetValueOrDefault(staffId, staffId);
}

/// <param name="IsWithin">It stands in the queue of the scope; else the scope passed it on.</param>
/// <param name="ClosingAskedBy">Name of the person.</param>
internal sealed record ReadItem(QueueItem Item, bool IsWithin, QueueLine Line, IReadOnlyList<HistoryLine> History, string? ClosingAskedBy);
