using Microsoft.EntityFrameworkCore;
using Senim.Intake.Conversations;

namespace Senim.Intake.Storage.Turns;

internal sealed class LineReader(IDbContextFactory<IntakeDb> contexts) : ILineReader
{
    public Task<IReadOnlyList<StoredLine>> ReadAsync(
        ConversationKey conversation, int after, int limit, CancellationToken cancellationToken)
    {
        var key = conversation.ToBytes();
        return ReadAsync(
            db => db.Activities.Where(row => row.ConversationKey == key && row.Number > after).OrderBy(row => row.Number).Take(limit),
            cancellationToken);
    }

    public Task<IReadOnlyList<StoredLine>> ReadLastAsync(ConversationKey conversation, int limit, CancellationToken cancellationToken)
    {
        var key = conversation.ToBytes();
        return ReadAsync(
            db => db.Activities.Where(row => row.ConversationKey == key).OrderByDescending(row => row.Number).Take(limit),
            cancellationToken);
    }

    private async Task<IReadOnlyList<StoredLine>> ReadAsync(
        Func<IntakeDb, IQueryable<ActivityRow>> choose, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await choose(db).AsNoTracking().ToListAsync(cancellationToken);
            var ids = rows.Select(row => row.DataKeyId).Distinct().ToList();
            var keys = await db.DataKeys.AsNoTracking().Where(key => ids.Contains(key.Id)).ToDictionaryAsync(key => key.Id, key => key.Wrapped, cancellationToken);
            return [.. rows.Select(row => new StoredLine(row, keys.GetValueOrDefault(row.DataKeyId)))];
        }
        catch (Exception error) when (ServerFaults.Of(error) is not null)
        {
            throw new StorageUnavailableException("The lines of a conversation cannot be read.", error);
        }
    }
}
