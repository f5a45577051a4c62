using Microsoft.EntityFrameworkCore;
using Senim.Intake.Conversations;

namespace Senim.Intake.Storage.Turns;

/// <summary>What the turn's path reads, the same on each database.</summary>
internal static class TurnReading
{
    public static async Task<StoredConversation?> LoadAsync(IntakeDb db, ConversationKey key, CancellationToken cancellationToken)
    {
        var bytes = key.ToBytes();
        var found = await db.Conversations.AsNoTracking()
            .Where(row => row.Key == bytes)
            .Select(row => new
            {
                Row = row,
                Wrapped = db.DataKeys.Where(dataKey => dataKey.Id == row.DataKeyId).Select(dataKey => dataKey.Wrapped).FirstOrDefault(),
                Signal = db.Signals.FirstOrDefault(signal => signal.Id == row.SignalId),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new StoredConversation(found.Row, found.Wrapped, found.Signal);
    }

    public static async Task<IReadOnlyList<DueTimeOut>> DueTimeOutsAsync(IntakeDb db, DateTime nowUtc, int limit, CancellationToken cancellationToken)
    {
        var due = await db.Conversations.AsNoTracking()
            .Where(row => row.TimeoutUtc != null && row.TimeoutUtc <= nowUtc)
            .OrderBy(row => row.TimeoutUtc)
            .Take(limit)
            .Select(row => new { row.Key, row.Channel, row.TimeoutUtc })
            .ToListAsync(cancellationToken);
        return [.. due.Select(row => new DueTimeOut(ConversationKey.FromBytes(row.Key), row.Channel, row.TimeoutUtc!.Value))];
    }
}
